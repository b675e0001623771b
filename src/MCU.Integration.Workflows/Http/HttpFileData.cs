namespace MCU.Integration.Workflows.Http;

/// <summary>A file of a received form.</summary>
/// <param name="Name">The field.</param>
/// <param name="FileName">The file's name as the sender gave it.</param>
/// <param name="ContentType">The media type as the sender gave it.</param>
/// <param name="Content">The content.</param>
public sealed record HttpFileData(string Name, string FileName, string? ContentType, ReadOnlyMemory<byte> Content);
