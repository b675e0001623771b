using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Identity;

namespace MCU.Integration.Hub.SignIn;

/// <summary>PBKDF2 as ASP.NET Core Identity does it (HMAC-SHA512, 100,000 rounds).</summary>
internal sealed class IdentityPasswords : IPasswordHashing
{
    private static readonly object NoUser = new();

    private readonly PasswordHasher<object> _hasher = new();
    private readonly string _decoy;

    public IdentityPasswords() => _decoy = _hasher.HashPassword(NoUser, Secrets.NewToken());

    public string Hash(string password) => _hasher.HashPassword(NoUser, password);

    // An unknown user costs as much time as a known one.
    public bool Verify(string? hash, string password) =>
        _hasher.VerifyHashedPassword(NoUser, hash ?? _decoy, password) != PasswordVerificationResult.Failed && hash is not null;
}
