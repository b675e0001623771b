using MCU.Integration.Adapters.Templates;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>Which part of the document a step sends.</summary>
/// <param name="Part">Of the document, or of the element in a repeated step.</param>
/// <param name="Omit">What is left out of it.</param>
/// <param name="Set">What is put into it.</param>
public sealed record StepBody(JsonPointer Part, IReadOnlyList<JsonPointer> Omit, IReadOnlyList<(JsonPointer Pointer, Template Value)> Set);
