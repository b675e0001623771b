using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>A document type that an adapter sends or receives.</summary>
/// <param name="Schema">Key of its schema in the active set.</param>
/// <param name="IsInbound">The outside system sends it; otherwise the hub does.</param>
public sealed record DocumentDescription(string Type, string Title, string Schema, ValidationMode Validation, bool IsInbound)
{
    /// <summary>Where the key stands that tells a repetition from a new message; several pointers are joined by <c>:</c>. Empty for outbound documents.</summary>
    public IReadOnlyList<JsonPointer> DedupKeyParts { get; init; } = [];

    public JsonPointer? OrderKey { get; init; }

    public JsonPointer? Revision { get; init; }

    public JsonPointer? OccurredAt { get; init; }
}
