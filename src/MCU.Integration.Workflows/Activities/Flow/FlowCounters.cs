using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>The counters of one run of a flowchart: how often activities and connections were visited.</summary>
internal sealed class FlowCounters(int activityCount, int connectionCount)
{
    private readonly int[] _activityVisits = new int[activityCount];
    private readonly int[] _connectionVisits = new int[connectionCount];
    private readonly bool[] _followed = new bool[connectionCount];

    public FlowCounters Restore(JsonNode saved)
    {
        Fill(_activityVisits, saved["activities"]);
        Fill(_connectionVisits, saved["connections"]);
        Fill(_followed, saved["followed"]);
        return this;
    }

    public JsonObject ToJson() => new()
    {
        ["activities"] = new JsonArray([.. _activityVisits.Select(count => JsonValue.Create(count))]),
        ["connections"] = new JsonArray([.. _connectionVisits.Select(count => JsonValue.Create(count))]),
        ["followed"] = new JsonArray([.. _followed.Select(flag => JsonValue.Create(flag))]),
    };

    public void VisitActivity(int activity) => _activityVisits[activity]++;

    public void VisitConnection(int connection, bool followed)
    {
        _connectionVisits[connection]++;
        _followed[connection] = followed;
    }

    /// <summary>Whether every forward connection into an activity was visited since the activity was.</summary>
    public bool AllInboundVisited(FlowGraph graph, int activity)
    {
        foreach (var connection in graph.ForwardInboundOf(activity))
        {
            if (!IsAhead(connection, activity))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the last visit of some forward connection into an activity was followed.</summary>
    public bool AnyInboundFollowed(FlowGraph graph, int activity)
    {
        foreach (var connection in graph.ForwardInboundOf(activity))
        {
            if (IsAhead(connection, activity) && _followed[connection])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the last visits of all forward connections into an activity were followed.</summary>
    public bool AllInboundFollowed(FlowGraph graph, int activity)
    {
        foreach (var connection in graph.ForwardInboundOf(activity))
        {
            if (!IsAhead(connection, activity) || !_followed[connection])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a connection was visited more often than the activity it leads to.</summary>
    public bool IsAhead(int connection, int activity) => _connectionVisits[connection] > _activityVisits[activity];

    private static void Fill<T>(T[] target, JsonNode? saved)
    {
        var array = (JsonArray)saved!;

        for (var i = 0; i < target.Length && i < array.Count; i++)
        {
            target[i] = array[i]!.GetValue<T>();
        }
    }
}
