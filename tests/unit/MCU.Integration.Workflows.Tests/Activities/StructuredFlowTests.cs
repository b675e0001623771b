using MCU.Integration.Workflows.Activities.Flow;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Tests.Activities;

/// <summary>Random drawings of decisions, joins and loops run in both modes of flowcharts as they are meant.</summary>
public sealed class StructuredFlowTests
{
    public static TheoryData<FlowchartMode, int> Runs()
    {
        var runs = new TheoryData<FlowchartMode, int>();

        foreach (var mode in Enum.GetValues<FlowchartMode>())
        {
            for (var seed = 1; seed <= 40; seed++)
            {
                runs.Add(mode, seed);
            }
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task RandomDrawing_Run_DoesEachStepAsOftenAsDrawn(FlowchartMode mode, int seed)
    {
        var random = new Random(seed);

        // Elsa's counters do not know that a branch loops: each round counts as an arrival at the join behind it (docs/workflows/differences.md).
        var flow = new StructuredFlow(random, loopsInBranches: mode == FlowchartMode.TokenBased);
        var workflows = new TestWorkflows(options: new WorkflowRuntimeOptions { FlowchartMode = mode });
        var workflow = workflows.Prepare(flow.ToDefinition());

        var result = await workflows.StartAsync(workflow);

        for (var resumptions = 0; result.State.SubStatus == WorkflowSubStatus.Suspended && resumptions < 2_000; resumptions++)
        {
            result.State.Bookmarks.ShouldNotBeEmpty("suspended for nothing");
            result = await workflows.ResumeAsync(workflow, result, result.State.Bookmarks[random.Next(result.State.Bookmarks.Count)].ActivityId);
        }

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        var completed = workflows.Journal.Where(line => line.StartsWith("Completed:N", StringComparison.Ordinal)).CountBy(line => line["Completed:".Length..]).ToDictionary();
        completed.OrderBy(run => run.Key).ShouldBe(flow.Runs.Where(run => run.Value > 0).OrderBy(run => run.Key));
    }
}
