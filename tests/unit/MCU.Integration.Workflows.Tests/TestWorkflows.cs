using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Workflows.Tests;

/// <summary>Workflows written in a line, and a runtime with a fake clock. Every burst starts from the serialised state of the last.</summary>
internal sealed class TestWorkflows
{
    private static readonly WorkflowStateSerializer Serializer = new();

    private readonly WorkflowPreparer _preparer;
    private readonly WorkflowRuntime _runtime;

    public TestWorkflows(Action<ActivityRegistry>? register = null, WorkflowRuntimeOptions? options = null)
    {
        var registry = ActivityRegistry.CreateDefault();
        register?.Invoke(registry);
        _preparer = new WorkflowPreparer(registry, ExpressionLanguages.CreateDefault());
        _runtime = new WorkflowRuntime(Time, new TestIds(Time), options);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public WorkflowRuntime Runtime => _runtime;

    public IBurstHost Host { get; set; } = NullBurstHost.Instance;

    public List<string> Journal { get; } = [];

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var json = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };

        foreach (var (name, value) in properties)
        {
            json[name] = value;
        }

        return json;
    }

    public static JsonObject Literal(JsonNode? value) => Expression("Literal", value);

    public static JsonObject JavaScript(string script) => Expression("JavaScript", script);

    public static JsonObject Expression(string type, JsonNode? value) => new()
    {
        ["typeName"] = null,
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
    };

    public static JsonObject Sequence(params JsonObject[] activities) =>
        Activity("Seq", "Elsa.Sequence", ("activities", new JsonArray([.. activities])));

    public static JsonObject Variable(string name, string typeName, string? value, bool isStored = true) => new()
    {
        ["id"] = $"v{name}",
        ["name"] = name,
        ["typeName"] = typeName,
        ["value"] = value,
        ["storageDriverTypeName"] = isStored ? "WorkflowInstanceStorageDriver" : null,
    };

    public static JsonObject Definition(JsonObject root, params JsonObject[] variables) => new()
    {
        ["id"] = "version-1",
        ["definitionId"] = "definition-1",
        ["name"] = "Test",
        ["version"] = 1,
        ["toolVersion"] = "3.8.0.0",
        ["variables"] = new JsonArray([.. variables]),
        ["root"] = root,
    };

    public PreparedWorkflow Prepare(JsonObject definition)
    {
        var parsed = WorkflowDefinition.Parse(definition);
        parsed.Problems.ShouldBeEmpty();
        return _preparer.Prepare(parsed.Definition!);
    }

    public async Task<BurstResult> StartAsync(PreparedWorkflow workflow, StartRequest? request = null) =>
        Note(await _runtime.StartAsync(workflow, request ?? new StartRequest { InstanceId = "i1" }, Host, CancellationToken.None));

    public async Task<BurstResult> ResumeAsync(PreparedWorkflow workflow, BurstResult before, string activityId, JsonNode? input = null) => Note(await _runtime.ResumeAsync(
        workflow, Reload(before), new ResumeRequest(before.State.Bookmarks.First(bookmark => bookmark.ActivityId == activityId).Id, input), Host, CancellationToken.None));

    public async Task<BurstResult> RetryAsync(PreparedWorkflow workflow, BurstResult before) =>
        Note(await _runtime.RetryFaultedAsync(workflow, Reload(before), Host, CancellationToken.None));

    public static WorkflowState Reload(BurstResult result) => Serializer.Deserialize(Serializer.Serialize(result.State));

    public static JsonNode? VariableOf(BurstResult result, string name) =>
        result.State.Activities[0].Variables?.Find(variable => variable.Id == $"v{name}")?.Value;

    private BurstResult Note(BurstResult result)
    {
        Journal.AddRange(result.Journal.Select(entry => $"{entry.EventName}:{entry.ActivityId}"));
        return result;
    }
}
