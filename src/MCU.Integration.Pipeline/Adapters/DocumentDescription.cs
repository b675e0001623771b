using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>A document type that an adapter sends or receives.</summary>
/// <param name="Schema">Key of its schema in the active set.</param>
public sealed record DocumentDescription(string Type, string Title, string Schema, ValidationMode Validation, JsonPointer DedupKey)
{
    /// <summary>Several pointers are joined by <c>:</c>.</summary>
    public IReadOnlyList<JsonPointer> DedupKeyParts { get; init; } = [];

    public JsonPointer? OrderKey { get; init; }

    public JsonPointer? Revision { get; init; }

    public JsonPointer? OccurredAt { get; init; }
}
