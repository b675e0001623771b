namespace MCU.Integration.Pipeline.Sealing;

/// <summary>Encrypts and decrypts what must not lie in clear in the database.</summary>
public interface ISealer
{
    /// <summary>The data key of the class and the current month; it is made when it is the first of its month.</summary>
    ISealingKey Key(SealedClass kind);

    /// <summary>Seals a value for the place where it will lie. Not inside a write transaction (<see cref="Key"/>).</summary>
    SealedBody Seal(SealedPlace place, ReadOnlySpan<byte> plain);

    /// <exception cref="SealBrokenException">The key was erased or is unknown, or the cipher was changed or lay elsewhere before.</exception>
    byte[] Open(SealedPlace place, SealedBody body);

    /// <summary>HMAC-SHA256 over a normalised value: lets a person be found by surname, phone or e-mail without storing these in clear.</summary>
    byte[] BlindIndex(string field, string normalisedValue);
}
