namespace MCU.Integration.Pipeline.Sealing;

/// <summary>Encrypts and decrypts what must not lie in clear in the database.</summary>
public interface ISealer
{
    /// <summary>Seals with the data key of the class and the current month; makes that key when it is the first of its month.</summary>
    SealedBody Seal(SealedClass kind, ReadOnlySpan<byte> plain);

    /// <exception cref="SealBrokenException">The key was erased, is unknown, or the cipher was tampered with.</exception>
    byte[] Open(SealedBody body);

    /// <summary>HMAC-SHA256 over a normalised value: lets a person be found by surname, phone or e-mail without storing these in clear.</summary>
    byte[] BlindIndex(string field, string normalisedValue);
}
