using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Http;

namespace MCU.Integration.Pipeline.Http;

/// <summary>Where an HTTP endpoint of a workflow listens, as its trigger or bookmark says.</summary>
/// <param name="Template">Lower-cased route template with a leading slash.</param>
/// <param name="Method">Lower-cased method.</param>
/// <param name="Authorize">Only for callers who are signed in.</param>
/// <param name="Policy">What the caller must be allowed; null = nothing in particular.</param>
/// <param name="Timeout">Longest time that the request may take; null = no limit of its own.</param>
public sealed record HttpRoute(string Template, string Method, bool Authorize, string? Policy, TimeSpan? Timeout)
{
    public bool HasParameters => Template.Contains('{', StringComparison.Ordinal);

    public static bool TryRead(string stimulusName, JsonNode? payload, [NotNullWhen(true)] out HttpRoute? route)
    {
        route = stimulusName == HttpStimulus.Name && payload is JsonObject ? Read(payload) : null;
        return route is not null;
    }

    public static HttpRoute Read(JsonNode? payload) => new(
        Text(payload, "path") ?? "",
        Text(payload, "method") ?? "get",
        payload?["authorize"]?.GetValue<bool>() ?? false,
        Text(payload, "policy"),
        TimeSpan.TryParse(Text(payload, "requestTimeout"), System.Globalization.CultureInfo.InvariantCulture, out var timeout) ? timeout : null);

    private static string? Text(JsonNode? payload, string name) =>
        payload?[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
