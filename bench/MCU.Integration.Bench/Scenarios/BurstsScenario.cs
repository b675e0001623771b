using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MCU.Integration.Bench.Hub;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>
/// The runtime alone, one thread, nothing stored: a flowchart of ten activities (variables, decisions and an output by JavaScript, a fork and its join) from start to
/// end, and the same up to an event, written as state, read back and resumed.
/// </summary>
internal sealed class BurstsScenario : IScenario
{
    private const int PerRun = 5_000;

    private readonly WorkflowRuntime _runtime = new(TimeProvider.System, new InstanceIds(new UuidV7Source(TimeProvider.System)));
    private readonly WorkflowStateSerializer _serializer = new();

    public string Name => "bursts";

    public bool NeedsHub => false;

    public async Task RunAsync(TestBed bed)
    {
        var straight = Prepare(waits: false);
        await MeasureAsync(bed, "burst of 10 activities, in memory", straight, waits: false);
        await MeasureAsync(bed, "two bursts of 10 activities and an event, state written and read", Prepare(waits: true), waits: true);
    }

    private async Task MeasureAsync(TestBed bed, string what, PreparedWorkflow workflow, bool waits)
    {
        // Long enough for the optimising compiler to have seen it all.
        await RepeatAsync(workflow, waits, bed.Count(PerRun));
        var perSecond = new List<double>();
        var allocated = new List<double>();

        for (var run = 0; run < bed.Runs(5); run++)
        {
            var count = bed.Count(PerRun);
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var started = Stopwatch.GetTimestamp();
            await RepeatAsync(workflow, waits, count);
            perSecond.Add(count / Stopwatch.GetElapsedTime(started).TotalSeconds);
            allocated.Add((GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1024.0 / count);
        }

        bed.Report.Add(what, "/s", perSecond, null);
        bed.Report.Add("allocated by it", "KB", allocated, null);
    }

    private async Task RepeatAsync(PreparedWorkflow workflow, bool waits, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var request = new StartRequest { InstanceId = i.ToString(CultureInfo.InvariantCulture), Input = new JsonObject { ["Amount"] = i } };
            var result = await _runtime.StartAsync(workflow, request, NullBurstHost.Instance, CancellationToken.None);

            if (waits)
            {
                var state = _serializer.Deserialize(_serializer.Serialize(result.State));
                result = await _runtime.ResumeAsync(workflow, state, new(state.Bookmarks[0].Id, null), NullBurstHost.Instance, CancellationToken.None);
            }

            if (result.State.SubStatus != WorkflowSubStatus.Finished)
            {
                throw new InvalidOperationException($"The workflow ended as {result.State.SubStatus}: {result.State.Incidents.FirstOrDefault()?.Message}");
            }
        }
    }

    private static PreparedWorkflow Prepare(bool waits)
    {
        var parsed = WorkflowDefinition.Parse(Definition(waits));
        return new WorkflowPreparer(ActivityRegistry.CreateDefault(), ExpressionLanguages.CreateDefault()).Prepare(
            parsed.Definition ?? throw new InvalidOperationException(string.Join(", ", parsed.Problems)));
    }

    private static JsonObject Definition(bool waits) => new()
    {
        ["id"] = "bursts-1",
        ["definitionId"] = "bursts",
        ["name"] = "bursts",
        ["version"] = 1,
        ["inputs"] = new JsonArray(new JsonObject { ["name"] = "Amount", ["type"] = "Int32" }),
        ["outputs"] = new JsonArray(new JsonObject { ["name"] = "answer", ["type"] = "Object" }),
        ["variables"] = new JsonArray(Variable("amount", "Int32"), Variable("kind", "String"), Variable("note", "String")),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray(
                Activity("start", "Elsa.Start"),
                Activity("amount", "Elsa.SetVariable", ("variable", Reference("amount")), ("value", Expression("JavaScript", "getInput('Amount') * 2"))),
                Activity("large", "Elsa.FlowDecision", ("condition", Expression("JavaScript", "variables.amount > 1000000"))),
                Activity("name", "Elsa.SetName", ("value", Expression("Literal", "bench"))),
                Activity("wait", waits ? "Elsa.Event" : "Elsa.WriteLine", (waits ? "eventName" : "text", Expression("Literal", "go"))),
                Activity("fork", "Elsa.FlowFork", ("branches", Expression("Object", "[\"A\",\"B\"]"))),
                Activity("kind", "Elsa.SetVariable", ("variable", Reference("kind")), ("value", Expression("Literal", "report"))),
                Activity("note", "Elsa.SetVariable", ("variable", Reference("note")), ("value", Expression("JavaScript", "`amount ${variables.amount}`"))),
                Activity("join", "Elsa.FlowJoin", ("mode", Expression("Literal", "WaitAll"))),
                Activity("answer", "Elsa.SetOutput", ("outputName", Expression("Literal", "answer")), ("outputValue", Expression("JavaScript", "({ kind: getKind(), note: getNote() })")))),
            ["connections"] = new JsonArray(
                Connection("start", "amount"),
                Connection("amount", "large"),
                Connection("large", "name", "False"),
                Connection("name", "wait"),
                Connection("wait", "fork"),
                Connection("fork", "kind", "A"),
                Connection("fork", "note", "B"),
                Connection("kind", "join"),
                Connection("note", "join"),
                Connection("join", "answer")),
        },
    };

    private static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };

        foreach (var (name, value) in properties)
        {
            activity[name] = value;
        }

        return activity;
    }

    private static JsonObject Expression(string type, string value) => new() { ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static JsonObject Reference(string id) => new() { ["id"] = id };

    private static JsonObject Variable(string id, string type) =>
        new() { ["id"] = id, ["name"] = id, ["typeName"] = type, ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" };

    private static JsonObject Connection(string source, string target, string port = "Done") => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };
}
