using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>Compares a run with a recording as the corpus prescribes in lenient mode: advisory facts do not count.</summary>
internal sealed class CaseComparer(bool anyJournalOrder)
{
    private static readonly HashSet<string> Advisory = ["message", "exception", "error", "contentType"];
    private static readonly HashSet<string> JournalEvents = ["Started", "Completed", "Faulted", "Suspended", "Resumed", "Canceled"];

    /// <summary>The first difference, or null.</summary>
    public string? Difference(JsonNode? expected, JsonNode? actual, string path = "")
    {
        if (expected is JsonValue any && any.GetValueKind() == JsonValueKind.String && any.GetValue<string>() == "<any>")
        {
            return null;
        }

        return (expected, actual) switch
        {
            (JsonObject left, JsonObject right) => Objects(left, right, path),
            (JsonArray left, JsonArray right) => Arrays(left, right, path),
            _ => Same(expected, actual) ? null : $"{path}: expected {Show(expected)}, got {Show(actual)}",
        };
    }

    public static JsonArray Sorted(JsonArray array) =>
        new([.. array.Select(item => item?.DeepClone()).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]);

    private string? Objects(JsonObject expected, JsonObject actual, string path)
    {
        var isError = expected["status"] is JsonValue status && status.GetValueKind() == JsonValueKind.Number && status.GetValue<int>() >= 400;

        foreach (var name in expected.Select(property => property.Key).Union(actual.Select(property => property.Key)))
        {
            if (Advisory.Contains(name) || (name == "body" && isError))
            {
                continue;
            }

            var (left, right) = (expected[name], actual[name]);

            if (name == "journal" && left is JsonArray leftJournal && right is JsonArray rightJournal)
            {
                (left, right) = (Journal(leftJournal), Journal(rightJournal));
            }

            if (Difference(left, right, $"{path}.{name}") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private string? Arrays(JsonArray expected, JsonArray actual, string path)
    {
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            if (i >= expected.Count)
            {
                return $"{path}[{i}]: unexpected {Show(actual[i])}";
            }

            if (i >= actual.Count)
            {
                return $"{path}[{i}]: expected {Show(expected[i])}, missing";
            }

            if (Difference(expected[i], actual[i], $"{path}[{i}]") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private JsonArray Journal(JsonArray journal)
    {
        var known = new JsonArray([.. journal.Where(entry => JournalEvents.Contains((string?)entry?["event"] ?? "")).Select(entry => entry?.DeepClone())]);
        return anyJournalOrder ? Sorted(known) : known;
    }

    private static bool Same(JsonNode? expected, JsonNode? actual)
    {
        if (expected?.GetValueKind() == JsonValueKind.Number && actual?.GetValueKind() == JsonValueKind.Number)
        {
            return double.Parse(expected.ToJsonString()) == double.Parse(actual.ToJsonString());
        }

        return JsonNode.DeepEquals(expected, actual);
    }

    private static string Show(JsonNode? node) => node?.ToJsonString() ?? "null";
}
