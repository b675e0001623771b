namespace MCU.Integration.Pipeline.Messages;

/// <summary>A body as its reader may see it.</summary>
/// <param name="Content">UTF-8 JSON.</param>
/// <param name="Masked">Whether personal values were replaced.</param>
public sealed record MessageBody(byte[] Content, bool Masked);
