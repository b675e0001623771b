using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>
/// Finds the activities in a definition's JSON without knowing their types, so that activities of other servers keep their place:
/// an object with a <c>type</c> and the marks of an activity, wherever it stands.
/// </summary>
public static class ActivityTree
{
    /// <summary>All activities below and including <paramref name="root"/>, parents first.</summary>
    public static IEnumerable<ActivityElement> Enumerate(JsonObject root, string pointer = "/root")
    {
        var pending = new Stack<ActivityElement>();
        pending.Push(new ActivityElement(root, pointer, "root", null));

        while (pending.TryPop(out var element))
        {
            yield return element;

            foreach (var child in ChildrenOf(element).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>The direct children of an activity, in document order.</summary>
    public static IReadOnlyList<ActivityElement> ChildrenOf(ActivityElement element)
    {
        var children = new List<ActivityElement>();

        foreach (var (name, value) in element.Json)
        {
            if (value is JsonObject or JsonArray && name is not ("metadata" or "customProperties" or "connections" or "variables"))
            {
                Collect(value, $"{element.Pointer}/{Escape(name)}", name, element.Json, children);
            }
        }

        return children;
    }

    private static void Collect(JsonNode value, string pointer, string port, JsonObject parent, List<ActivityElement> children)
    {
        if (value is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                switch (array[i])
                {
                    case JsonObject item when IsActivity(item) || (port is "activities" or "branches" && item.ContainsKey("type")):
                        children.Add(new ActivityElement(item, $"{pointer}/{i}", port, parent));
                        break;
                    // cases[].activity, expectedStatusCodes[].activity
                    case JsonObject item when item["activity"] is JsonObject nested && nested.ContainsKey("type"):
                        children.Add(new ActivityElement(nested, $"{pointer}/{i}/activity", port, parent));
                        break;
                }
            }
        }
        else if (value is JsonObject candidate && IsActivity(candidate))
        {
            children.Add(new ActivityElement(candidate, pointer, port, parent));
        }
    }

    private static bool IsActivity(JsonObject candidate) =>
        candidate["type"].AsString() is not null
        && !candidate.ContainsKey("expression")
        && (candidate.ContainsKey("nodeId") || candidate.ContainsKey("version") || candidate.ContainsKey("customProperties")
            || (candidate.ContainsKey("id") && !candidate.ContainsKey("typeName")));

    internal static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
