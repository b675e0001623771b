namespace MCU.Integration.Mapping.Content;

/// <summary>A text of the content, from a file or from the database.</summary>
/// <param name="Path">Below the content root, with forward slashes, e.g. <c>mappings/maps/pos.message.map.json</c>; its end says what it is.</param>
public sealed record ContentFile(string Path, ReadOnlyMemory<byte> Bytes);
