using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>A connection of a flowchart, by the positions of its ends among the activities.</summary>
internal readonly record struct FlowConnection(int Source, string Port, int Target)
{
    /// <summary>Reads the connections; a second one between the same ends and ports counts as the same.</summary>
    public static FlowConnection[] ReadAll(JsonNode? connections, Dictionary<string, int> positions)
    {
        var read = new List<FlowConnection>();

        foreach (var connection in (connections as JsonArray ?? []).OfType<JsonObject>())
        {
            if (connection["source"] is JsonObject source && connection["target"] is JsonObject target
                && positions.TryGetValue(source["activity"].AsString() ?? "", out var from)
                && positions.TryGetValue(target["activity"].AsString() ?? "", out var to))
            {
                var edge = new FlowConnection(from, source["port"].AsString() ?? Outcomes.Done, to);

                if (!read.Contains(edge))
                {
                    read.Add(edge);
                }
            }
        }

        return [.. read];
    }
}
