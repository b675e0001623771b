using System.Text.Json.Nodes;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Activities;

/// <summary>
/// A random flowchart built of blocks — steps that may wait, decisions, forks with a join, loops — and how often each of its steps runs: what any programmer would
/// say of such a drawing.
/// </summary>
internal sealed class StructuredFlow
{
    private const int MaxDepth = 3;

    private readonly Random _random;
    private readonly bool _loopsInBranches;
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly List<JsonObject> _variables = [];
    private int _number;

    /// <param name="random">Chooses.</param>
    /// <param name="loopsInBranches">Whether a branch that is merged later may contain a loop.</param>
    public StructuredFlow(Random random, bool loopsInBranches)
    {
        _random = random;
        _loopsInBranches = loopsInBranches;
        var (_, last) = Blocks(1, 0, inBranch: false);
        Connect(last, Step(1));
    }

    /// <summary>How often each activity completes.</summary>
    public Dictionary<string, int> Runs { get; } = [];

    public JsonObject ToDefinition() => Definition(Activity("Flow", "Elsa.Flowchart", ("activities", _activities), ("connections", _connections)), [.. _variables]);

    private ((string Id, string Port) First, (string Id, string Port) Last) Blocks(int times, int depth, bool inBranch)
    {
        var first = (Step(times), "Done");
        var last = first;

        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            last = (depth >= MaxDepth ? 0 : _random.Next(6)) switch
            {
                1 => Decide(last, times, depth),
                2 or 3 => ForkAndJoin(last, times, depth),
                4 when _loopsInBranches || !inBranch => Loop(last, times, depth, inBranch),
                _ => Then(last, Step(times)),
            };
        }

        return (first, last);
    }

    private (string, string) Decide((string, string) before, int times, int depth)
    {
        var isTrue = _random.Next(2) == 0;
        var decision = Add("Elsa.FlowDecision", times, ("condition", Literal(isTrue)));
        Connect(before, decision);
        var yes = Blocks(isTrue ? times : 0, depth + 1, inBranch: true);
        var no = Blocks(isTrue ? 0 : times, depth + 1, inBranch: true);
        var after = Step(times);
        Connect((decision, "True"), yes.First.Id);
        Connect((decision, "False"), no.First.Id);
        Connect(yes.Last, after);
        Connect(no.Last, after);
        return (after, "Done");
    }

    private (string, string) ForkAndJoin((string, string) before, int times, int depth)
    {
        var fork = Step(times);
        Connect(before, fork);
        var join = Add("Elsa.FlowJoin", times, ("mode", Literal(_random.Next(2) == 0 ? "WaitAll" : "WaitAllActive")));

        for (var i = _random.Next(2, 4); i > 0; i--)
        {
            var branch = Blocks(times, depth + 1, inBranch: true);
            Connect((fork, "Done"), branch.First.Id);
            Connect(branch.Last, join);
        }

        return (join, "Done");
    }

    private (string, string) Loop((string, string) before, int times, int depth, bool inBranch)
    {
        var rounds = _random.Next(1, 4);
        var name = $"C{_number++}";
        _variables.Add(Variable(name, "Int32", "0"));
        var reset = Set(name, "0", times);
        Connect(before, reset);
        var next = Set(name, $"get{name}() + 1", times * rounds);
        Connect((reset, "Done"), next);
        var body = Blocks(times * rounds, depth + 1, inBranch);
        Connect((next, "Done"), body.First.Id);
        var again = Add("Elsa.FlowDecision", times * rounds, ("condition", JavaScript($"get{name}() < {rounds}")));
        Connect(body.Last, again);
        Connect((again, "True"), next);
        return (again, "False");
    }

    private (string, string) Then((string, string) before, string id)
    {
        Connect(before, id);
        return (id, "Done");
    }

    private string Step(int times) => _random.Next(5) == 0
        ? Add("Elsa.Event", times, ("eventName", Literal("go")))
        : Add("Elsa.WriteLine", times, ("text", Literal("x")));

    private string Set(string variable, string script, int times) =>
        Add("Elsa.SetVariable", times, ("variable", new JsonObject { ["id"] = $"v{variable}" }), ("value", JavaScript(script)));

    private string Add(string type, int times, params (string, JsonNode?)[] properties)
    {
        var id = $"N{_number++}";
        _activities.Add(Activity(id, type, properties));
        Runs[id] = times;
        return id;
    }

    private void Connect((string Id, string Port) source, string target) => _connections.Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = source.Id, ["port"] = source.Port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    });
}
