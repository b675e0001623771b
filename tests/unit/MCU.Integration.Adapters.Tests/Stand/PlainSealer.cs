using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>Seals nothing.</summary>
public sealed class PlainSealer : ISealer, ISealingKey
{
    public ISealingKey Key(SealedClass kind) => this;

    public SealedBody Seal(SealedPlace place, ReadOnlySpan<byte> plain) => new(Guid.Empty, plain.ToArray());

    public byte[] Open(SealedPlace place, SealedBody body) => body.Cipher;

    public byte[] BlindIndex(string field, string normalisedValue) => [];
}
