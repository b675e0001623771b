using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>Seals nothing.</summary>
public sealed class PlainSealer : ISealer
{
    public SealedBody Seal(SealedClass kind, ReadOnlySpan<byte> plain) => new(Guid.Empty, plain.ToArray());

    public byte[] Open(SealedBody body) => body.Cipher;

    public byte[] BlindIndex(string field, string normalisedValue) => [];
}
