using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>One activity object inside a definition's JSON.</summary>
/// <param name="Json">The activity itself.</param>
/// <param name="Pointer">Its JSON pointer within the definition.</param>
/// <param name="Port">The property of the parent that holds it: <c>root</c>, <c>activities</c>, <c>then</c>, <c>cases</c> …</param>
/// <param name="Parent">The activity around it; <see langword="null"/> for the root.</param>
public sealed record ActivityElement(JsonObject Json, string Pointer, string Port, JsonObject? Parent);
