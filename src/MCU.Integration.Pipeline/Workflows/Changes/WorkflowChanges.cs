using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Workflows.Changes;

/// <summary>Compares two versions of a workflow by what they do: activities, connections, inputs. Where a box stands on the canvas is not a change.</summary>
public static class WorkflowChanges
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> NotOfAnActivity = new(StringComparer.Ordinal) { "id", "nodeId", "activities", "connections", "metadata" };

    private static readonly HashSet<string> NotOfAWorkflow = new(StringComparer.Ordinal)
    {
        "$schema", "id", "definitionId", "version", "toolVersion", "createdAt", "isLatest", "isPublished", "isReadonly", "isSystem", "links", "root",
    };

    public static IReadOnlyList<WorkflowChange> Between(WorkflowDefinition before, WorkflowDefinition after)
    {
        var (old, now) = (before.ToJson(), after.ToJson());
        return [.. OfProperties("workflow", "", Properties(old, NotOfAWorkflow), Properties(now, NotOfAWorkflow)), .. OfActivities(old, now), .. OfConnections(old, now)];
    }

    private static IEnumerable<WorkflowChange> OfActivities(JsonObject before, JsonObject after)
    {
        var (old, now) = (ActivitiesOf(before), ActivitiesOf(after));
        foreach (var (id, activity) in now)
        {
            if (!old.TryGetValue(id, out var known))
            {
                yield return new(WorkflowChange.Added, "activity", $"{Label(activity)} ({Text(activity["type"])})");
                continue;
            }

            foreach (var change in OfProperties("activity", Label(activity), PropertiesOf(known), PropertiesOf(activity)))
            {
                yield return change;
            }
        }

        foreach (var (_, activity) in old.Where(activity => !now.ContainsKey(activity.Key)))
        {
            yield return new(WorkflowChange.Removed, "activity", $"{Label(activity)} ({Text(activity["type"])})");
        }
    }

    private static IEnumerable<WorkflowChange> OfConnections(JsonObject before, JsonObject after)
    {
        var (old, now) = (ConnectionsOf(before), ConnectionsOf(after));
        return now.Except(old).Select(connection => new WorkflowChange(WorkflowChange.Added, "connection", connection))
            .Concat(old.Except(now).Select(connection => new WorkflowChange(WorkflowChange.Removed, "connection", connection)));
    }

    private static IEnumerable<WorkflowChange> OfProperties(string what, string subject, Dictionary<string, string> before, Dictionary<string, string> after) =>
        from name in before.Keys.Union(after.Keys, StringComparer.Ordinal)
        let old = before.GetValueOrDefault(name)
        let now = after.GetValueOrDefault(name)
        where old != now
        select new WorkflowChange(WorkflowChange.Changed, what, subject, name, old, now);

    private static Dictionary<string, JsonObject> ActivitiesOf(JsonObject definition) => definition["root"] is JsonObject root
        ? ActivityTree.Enumerate(root).Select(element => element.Json).DistinctBy(activity => Text(activity["id"])).ToDictionary(activity => Text(activity["id"]) ?? "", StringComparer.Ordinal)
        : [];

    private static List<string> ConnectionsOf(JsonObject definition) =>
    [
        .. from activity in ActivitiesOf(definition).Values
           from connection in (activity["connections"] as JsonArray ?? []).OfType<JsonObject>()
           let port = Text(connection["source"]?["port"]) ?? "Done"
           select $"{Text(connection["source"]?["activity"])}.{port} → {Text(connection["target"]?["activity"])}",
    ];

    // What is inside an activity is compared as an activity of its own; what people read on it is.
    private static Dictionary<string, string> PropertiesOf(JsonObject activity)
    {
        var properties = Properties(activity, NotOfAnActivity, value => !HoldsActivities(value));
        foreach (var shown in new[] { "displayText", "description" })
        {
            if (Text(activity["metadata"]?[shown]) is { } text)
            {
                properties["metadata." + shown] = $"\"{text}\"";
            }
        }

        return properties;
    }

    private static bool HoldsActivities(JsonNode? value) => value switch
    {
        JsonObject json => json.ContainsKey("nodeId") && json.ContainsKey("type"),
        JsonArray items => items.Any(item => HoldsActivities(item) || HoldsActivities((item as JsonObject)?["activity"])),
        _ => false,
    };

    // The designer writes null, empty lists and empty objects where a file leaves things out.
    private static Dictionary<string, string> Properties(JsonObject json, HashSet<string> without, Func<JsonNode?, bool>? keep = null) => json
        .Where(property => !without.Contains(property.Key) && keep?.Invoke(property.Value) != false && !IsNothing(property.Value))
        .ToDictionary(property => property.Key, property => Show(property.Value!), StringComparer.Ordinal);

    private static bool IsNothing(JsonNode? value) => value switch
    {
        null => true,
        JsonArray items => items.Count == 0,
        JsonObject json => json.All(property => IsNothing(property.Value) || property.Value is JsonValue flag && flag.TryGetValue<bool>(out var set) && !set),
        _ => false,
    };

    private static string Show(JsonNode value) => (value as JsonObject)?["expression"] is JsonObject expression
        ? $"{Text(expression["type"])} {Short(expression["value"])}"
        : Short(JsonNode.Parse(CanonicalJson.Write(value)));

    private static string Short(JsonNode? value) => value?.ToJsonString(Readable) ?? "null";

    private static string Label(JsonObject activity) =>
        Text(activity["metadata"]?["displayText"]) is { Length: > 0 } title ? $"{Text(activity["id"])} «{title}»" : Text(activity["id"]) ?? "?";

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
