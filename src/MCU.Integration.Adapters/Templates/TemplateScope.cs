using System.Text.Json;

namespace MCU.Integration.Adapters.Templates;

/// <summary>What a template can see.</summary>
/// <param name="Document">The outbound document.</param>
/// <param name="Item">The element of a repeated step.</param>
/// <param name="Results">Results of finished steps by step name; a repeated step has one entry per run.</param>
/// <param name="Key">Idempotency key of the step.</param>
public sealed record TemplateScope(
    JsonElement Document,
    JsonElement? Item,
    IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Results,
    string Key);
