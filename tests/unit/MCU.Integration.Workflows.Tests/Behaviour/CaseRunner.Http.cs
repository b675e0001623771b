using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <content>Requests to HTTP workflows.</content>
internal sealed partial class CaseRunner
{
    private async Task<JsonObject> HttpStepAsync(JsonObject step)
    {
        var headers = (step["headers"] as JsonObject ?? []).ToDictionary(header => header.Key, header => (string)header.Value!, StringComparer.OrdinalIgnoreCase);
        var (content, contentType) = ContentOf(step);

        if (contentType is not null)
        {
            headers.TryAdd("Content-Type", contentType);
        }

        var response = await server.HttpAsync(new CaseRequest((string?)step["method"] ?? "GET", PathOf(step), headers, content));
        await DiscoverAsync();
        var result = new JsonObject { ["status"] = response.Status, ["contentType"] = response.Header("content-type"), ["body"] = _names.Normalise(response.Body) };

        if (step["captureHeaders"] is JsonArray captured)
        {
            result["headers"] = new JsonObject(captured.Select(name => ((string)name!).ToLowerInvariant())
                .Select(name => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create(response.Header(name)))));
        }

        return result;
    }

    /// <summary>A body as the corpus records it: JSON if it is, else text.</summary>
    internal static JsonNode? ParseBody(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return JsonValue.Create(Encoding.UTF8.GetString(body));
        }
    }

    private static string PathOf(JsonObject step)
    {
        var pairs = (step["query"] as JsonObject ?? []).SelectMany(pair =>
            (pair.Value as JsonArray ?? [pair.Value!.DeepClone()]).Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString((string)value!)}"));
        var query = string.Join('&', pairs);
        return (string)step["path"]! + (query.Length > 0 ? "?" + query : "");
    }

    private static (byte[]? Content, string? ContentType) ContentOf(JsonObject step) =>
        step["json"] is { } json ? (Encoding.UTF8.GetBytes(json.ToJsonString()), "application/json")
        : step["form"] is JsonObject form ? (Encoding.UTF8.GetBytes(string.Join('&', form.Select(field => $"{field.Key}={Uri.EscapeDataString((string)field.Value!)}"))), "application/x-www-form-urlencoded")
        : step["body"] is { } text ? (Encoding.UTF8.GetBytes((string)text!), "text/plain")
        : (null, null);
}
