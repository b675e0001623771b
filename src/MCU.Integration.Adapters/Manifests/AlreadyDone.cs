using MCU.Integration.Adapters.Templates;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>The refusal that means: it was done before.</summary>
public sealed record AlreadyDone(
    IReadOnlyList<int> Status,
    IReadOnlyList<(JsonPointer Pointer, Template Expected)> Where,
    IReadOnlyDictionary<string, JsonPointer> Result);
