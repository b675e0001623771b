namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>
/// A flowchart seen from its start node. Forward connections are those found breadth-first from the start that close no cycle;
/// all others lead backward (Elsa 3.8). Immutable.
/// </summary>
internal sealed class FlowGraph
{
    private readonly FlowConnection[] _connections;
    private readonly bool[] _isForward;
    private readonly bool[] _isValidBackward;
    private readonly int[][] _outbound;
    private readonly int[][] _inbound;
    private readonly int[][] _forwardInbound;

    public FlowGraph(int activityCount, FlowConnection[] connections, int start)
    {
        _connections = connections;
        Start = start;
        _outbound = Group(activityCount, connection => connection.Source, _ => true);
        _inbound = Group(activityCount, connection => connection.Target, _ => true);
        _isForward = FindForward(activityCount);
        _forwardInbound = Group(activityCount, connection => connection.Target, index => _isForward[index]);
        _isValidBackward = [.. connections.Select((connection, index) => !_isForward[index] && Dominates(connection.Target, connection.Source))];
    }

    /// <summary>The position of the start node.</summary>
    public int Start { get; }

    /// <summary>The connection at this index.</summary>
    public FlowConnection this[int index] => _connections[index];

    /// <summary>The indices of all connections out of an activity.</summary>
    public int[] OutboundOf(int activity) => _outbound[activity];

    /// <summary>The indices of all connections into an activity.</summary>
    public int[] InboundOf(int activity) => _inbound[activity];

    /// <summary>The indices of the forward connections into an activity.</summary>
    public int[] ForwardInboundOf(int activity) => _forwardInbound[activity];

    /// <summary>Whether a connection leads forward.</summary>
    public bool IsForward(int connection) => _isForward[connection];

    /// <summary>Whether every way from the start to the source of a backward connection passes its target.</summary>
    public bool IsValidBackward(int connection) => _isValidBackward[connection];

    /// <summary>Whether no forward connection leads to an activity.</summary>
    public bool IsDangling(int activity) => activity != Start && _forwardInbound[activity].Length == 0;

    /// <summary>The activities from which forward connections lead to this one.</summary>
    public HashSet<int> AncestorsOf(int activity)
    {
        var ancestors = new HashSet<int>();
        var pending = new Stack<int>([activity]);

        while (pending.TryPop(out var current))
        {
            foreach (var connection in _forwardInbound[current])
            {
                if (ancestors.Add(_connections[connection].Source))
                {
                    pending.Push(_connections[connection].Source);
                }
            }
        }

        return ancestors;
    }

    private int[][] Group(int activityCount, Func<FlowConnection, int> end, Func<int, bool> include)
    {
        var groups = Enumerable.Range(0, activityCount).Select(_ => new List<int>()).ToArray();

        for (var i = 0; i < _connections.Length; i++)
        {
            if (include(i))
            {
                groups[end(_connections[i])].Add(i);
            }
        }

        return [.. groups.Select(group => group.ToArray())];
    }

    private bool[] FindForward(int activityCount)
    {
        var forward = new HashSet<(int Source, int Target)>();
        var successors = Enumerable.Range(0, activityCount).Select(_ => new List<int>()).ToArray();
        var visited = new bool[activityCount];
        var pending = new Queue<int>();

        if (activityCount > 0)
        {
            pending.Enqueue(Start);
        }

        while (pending.TryDequeue(out var source))
        {
            visited[source] = true;

            foreach (var index in _outbound[source])
            {
                var target = _connections[index].Target;

                if (forward.Contains((source, target)) || Reaches(successors, target, source))
                {
                    continue;
                }

                forward.Add((source, target));
                successors[source].Add(target);

                if (!visited[target])
                {
                    pending.Enqueue(target);
                }
            }
        }

        return [.. _connections.Select(connection => forward.Contains((connection.Source, connection.Target)))];
    }

    private static bool Reaches(List<int>[] successors, int from, int to)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<int>([from]);

        while (pending.TryPop(out var current))
        {
            if (current == to)
            {
                return true;
            }

            if (seen.Add(current))
            {
                successors[current].ForEach(pending.Push);
            }
        }

        return false;
    }

    /// <summary>Whether the start cannot reach <paramref name="node"/> by forward connections without <paramref name="gate"/>.</summary>
    private bool Dominates(int gate, int node)
    {
        if (gate == node || gate == Start)
        {
            return true;
        }

        var seen = new HashSet<int> { gate };
        var pending = new Stack<int>([Start]);

        while (pending.TryPop(out var current))
        {
            if (current == node)
            {
                return false;
            }

            if (seen.Add(current))
            {
                foreach (var index in _outbound[current])
                {
                    if (_isForward[index])
                    {
                        pending.Push(_connections[index].Target);
                    }
                }
            }
        }

        return true;
    }
}
