using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Activities;

/// <summary>
/// Random flowcharts without cycles against a small model: a node runs exactly once if some connection into it was followed, after
/// everything before it that runs; otherwise never. Some nodes wait and are resumed in random order.
/// </summary>
public sealed class FlowchartPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 150)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task RandomFlowchart_Run_LosesNoBranchAndRunsNothingTwice(int seed)
    {
        var random = new Random(seed);
        var flow = RandomFlow.Create(random);
        var workflows = new TestWorkflows();
        var workflow = workflows.Prepare(Definition(flow.ToJson()));

        var result = await workflows.StartAsync(workflow);

        while (result.State.SubStatus == WorkflowSubStatus.Suspended)
        {
            result.State.Bookmarks.ShouldNotBeEmpty($"seed {seed}: suspended for nothing");
            var bookmark = result.State.Bookmarks[random.Next(result.State.Bookmarks.Count)];
            result = await workflows.ResumeAsync(workflow, result, bookmark.ActivityId);
        }

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        var completed = workflows.Journal.Where(line => line.StartsWith("Completed:N", StringComparison.Ordinal)).Select(line => int.Parse(line[11..])).ToList();
        completed.Order().ShouldBe(flow.ExpectedRuns());
        workflows.Journal.Count(line => line.StartsWith("Started:N", StringComparison.Ordinal)).ShouldBe(completed.Count);

        foreach (var (source, _, target) in flow.Connections.Where(connection => completed.Contains(connection.Source) && completed.Contains(connection.Target)))
        {
            workflows.Journal.IndexOf($"Completed:N{source}").ShouldBeLessThan(workflows.Journal.IndexOf($"Started:N{target}"));
        }
    }

    private sealed record RandomFlow(string[] Types, bool[] Decisions, List<(int Source, string Port, int Target)> Connections)
    {
        public static RandomFlow Create(Random random)
        {
            var count = random.Next(2, 14);
            var types = Enumerable.Range(0, count)
                .Select(_ => random.Next(10) switch { < 3 => "Elsa.FlowDecision", < 5 => "Elsa.Event", _ => "Elsa.WriteLine" }).ToArray();
            var connections = new HashSet<(int, string, int)>();

            for (var target = 1; target < count; target++)
            {
                // One connection from before makes it reachable; more make joins.
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    var source = random.Next(target);
                    connections.Add((source, types[source] != "Elsa.FlowDecision" ? "Done" : random.Next(2) == 0 ? "True" : "False", target));
                }
            }

            return new RandomFlow(types, [.. types.Select(_ => random.Next(2) == 0)], [.. connections.OrderBy(_ => random.Next())]);
        }

        public IEnumerable<int> ExpectedRuns()
        {
            var runs = new SortedSet<int> { 0 };

            for (var target = 1; target < Types.Length; target++)
            {
                if (Connections.Exists(connection => connection.Target == target && runs.Contains(connection.Source) && connection.Port == OutcomeOf(connection.Source)))
                {
                    runs.Add(target);
                }
            }

            return runs;
        }

        public JsonObject ToJson() => Activity(
            "Flow",
            "Elsa.Flowchart",
            ("activities", new JsonArray([.. Types.Select((type, index) => Node(type, index))])),
            ("connections", new JsonArray([.. Connections.Select(connection => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = $"N{connection.Source}", ["port"] = connection.Port },
                ["target"] = new JsonObject { ["activity"] = $"N{connection.Target}", ["port"] = "In" },
            })])));

        private string OutcomeOf(int node) => Types[node] != "Elsa.FlowDecision" ? "Done" : Decisions[node] ? "True" : "False";

        private JsonObject Node(string type, int index) => type switch
        {
            "Elsa.FlowDecision" => Activity($"N{index}", type, ("condition", Literal(Decisions[index]))),
            "Elsa.Event" => Activity($"N{index}", type, ("eventName", Literal($"e{index}"))),
            _ => Activity($"N{index}", type, ("text", Literal("x"))),
        };
    }
}
