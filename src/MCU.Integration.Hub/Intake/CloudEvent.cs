using System.Runtime.InteropServices;
using System.Text.Json;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Hub.Intake;

/// <summary>A CloudEvents 1.0 envelope in structured mode: <c>source</c> and <c>id</c> name the event once and for all, <c>data</c> is the document.</summary>
/// <param name="Document">UTF-8 JSON of <c>data</c>.</param>
/// <param name="DedupKey">Source and id.</param>
internal sealed record CloudEvent(ReadOnlyMemory<byte> Document, string DedupKey)
{
    public const string MediaType = "application/cloudevents+json";

    private static readonly string[] Required = ["id", "source", "type", "specversion"];

    /// <returns>The event, or what is wrong with its envelope.</returns>
    public static (CloudEvent? Event, IReadOnlyList<Problem> Problems) Read(ReadOnlyMemory<byte> body, StrictJsonLimits limits)
    {
        using var parsed = StrictJson.Parse(body, limits);
        if (!parsed.Succeeded)
        {
            return (null, [.. parsed.Problems.Select(problem => new Problem(problem.Pointer, problem.Code, $"{problem.Message} (line {problem.Line}, column {problem.Column})"))]);
        }

        var envelope = parsed.Document.RootElement;
        if (envelope.ValueKind != JsonValueKind.Object)
        {
            return (null, [new("", "cloudevents.not_an_object", "A CloudEvents envelope is a JSON object.")]);
        }

        var problems = Required.Where(name => TextOf(envelope, name) is null)
            .Select(name => new Problem($"/{name}", "cloudevents.required", $"The attribute '{name}' is required and must be a text that is not empty."))
            .ToList();
        if (TextOf(envelope, "specversion") is { } version && version != "1.0")
        {
            problems.Add(new("/specversion", "cloudevents.version", "Only CloudEvents 1.0 is understood."));
        }

        if (!envelope.TryGetProperty("data", out var data))
        {
            problems.Add(new("/data", "cloudevents.required", "The document is expected in 'data' (JSON, not data_base64)."));
        }

        return problems.Count > 0
            ? (null, problems)
            : (new(JsonMarshal.GetRawUtf8Value(data).ToArray(), $"{TextOf(envelope, "source")}#{TextOf(envelope, "id")}"), []);
    }

    private static string? TextOf(JsonElement envelope, string name) =>
        envelope.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
