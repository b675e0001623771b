namespace MCU.Integration.Pipeline.Sealing;

internal sealed class SealingKey(DataKeyCipher cipher) : ISealingKey
{
    // Photographs and documents are compressed already.
    public SealedBody Seal(SealedPlace place, ReadOnlySpan<byte> plain) =>
        new(cipher.Id, cipher.Encrypt(PackedBody.Pack(plain, mayShrink: place.Class != SealedClass.Attachment), place.Label()));
}
