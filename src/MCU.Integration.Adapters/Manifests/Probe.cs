using MCU.Integration.Adapters.Templates;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>Asks an outside system whether a step was done.</summary>
/// <param name="Found">Done when something other than null, false or an empty array stands there.</param>
/// <param name="Where">Further conditions on the answer; all must match.</param>
/// <param name="Result">Takes from the answer what the step itself would have answered.</param>
public sealed record Probe(
    string Method,
    Template Path,
    IReadOnlyDictionary<string, Template> Headers,
    JsonPointer Found,
    IReadOnlyList<(JsonPointer Pointer, Template Expected)> Where,
    IReadOnlyDictionary<string, JsonPointer> Result);
