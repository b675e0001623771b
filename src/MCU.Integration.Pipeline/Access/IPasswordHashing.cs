namespace MCU.Integration.Pipeline.Access;

/// <summary>Slow hashing of passwords.</summary>
public interface IPasswordHashing
{
    string Hash(string password);

    /// <summary><paramref name="hash"/> null = a user without a password: costs the same time and is always false.</summary>
    bool Verify(string? hash, string password);
}
