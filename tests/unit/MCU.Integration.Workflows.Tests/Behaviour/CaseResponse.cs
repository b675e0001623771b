using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>An answer of a case server; header names are lower-case.</summary>
internal sealed record CaseResponse(int Status, JsonNode? Body = null, IReadOnlyDictionary<string, string>? Headers = null)
{
    public string? Header(string name) => Headers?.GetValueOrDefault(name);
}
