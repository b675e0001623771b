namespace MCU.Integration.Pipeline.Messages;

/// <summary>Hides the personal fields (<c>x-pii</c>) of a document.</summary>
public interface IBodyMask
{
    /// <summary>A copy with the personal values replaced; where no schema says what is personal, every value is.</summary>
    byte[] Mask(MessageRow message, BodyPart part, ReadOnlyMemory<byte> body);

    /// <summary>The same for a document of a schema.</summary>
    byte[] Mask(string schema, ReadOnlyMemory<byte> body);
}
