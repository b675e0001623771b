using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Adapters.Templates;

/// <summary>One <c>{…}</c> of a template.</summary>
/// <param name="Text">As it stands in the manifest, without braces.</param>
/// <param name="Pointer">For <see cref="InsertionKind.Document"/> and <see cref="InsertionKind.Item"/>.</param>
/// <param name="Step">For step results.</param>
/// <param name="Result">For step results.</param>
public sealed record Insertion(InsertionKind Kind, string Text, JsonPointer? Pointer, string? Step, string? Result);
