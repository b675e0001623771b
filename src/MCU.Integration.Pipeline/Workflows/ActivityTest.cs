using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>
/// Runs one activity of a definition by itself, with the test values that the designer keeps for variables. It is a dry run: what the activity wants to write is
/// thrown away, and it has no HTTP client, so nothing leaves the hub.
/// </summary>
public sealed class ActivityTest(WorkflowCache workflows, WorkflowRuntime runtime, BurstServices services, ActiveSets sets, IIdSource ids, TimeProvider time)
{
    /// <summary>Where the designer keeps test values: variable id → text.</summary>
    private const string TestValues = "VariableTestValues";

    /// <param name="row">The version that the activity belongs to.</param>
    /// <param name="find">Tells the activity by its JSON.</param>
    /// <returns>The record of its run.</returns>
    /// <exception cref="UseCaseException">There is no such activity, or the version cannot be read.</exception>
    public async Task<ActivityExecution> RunAsync(Actor actor, DefinitionRow row, Func<JsonObject, bool> find, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        var definition = JsonNode.Parse(row.Body)!.AsObject();
        var activity = definition["root"] is JsonObject root ? ActivityTree.Enumerate(root).FirstOrDefault(element => find(element.Json))?.Json : null;
        if (activity?.DeepClone() is not JsonObject alone)
        {
            throw UseCaseException.NotFound("such activity in this workflow");
        }

        definition["root"] = alone;
        UseTestValues(definition);
        var workflow = await PrepareAsync(row, definition, cancellation);
        var scope = new BurstScope(services, sets.Current, item: null, message: null, time.GetUtcNow());
        var result = await runtime.StartAsync(workflow, new() { InstanceId = ids.NewId() }, new DryHost(scope), cancellation);
        return result.Executions.First(execution => execution.ActivityId == alone["id"].AsString());
    }

    private static void UseTestValues(JsonObject definition)
    {
        var values = definition["customProperties"]?[TestValues] as JsonObject ?? [];
        foreach (var variable in (definition["variables"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (variable["id"].AsString() is { } id && values[id] is { } value)
            {
                variable["value"] = value.DeepClone();
            }
        }
    }

    private async Task<PreparedWorkflow> PrepareAsync(DefinitionRow row, JsonObject definition, CancellationToken cancellation)
    {
        try
        {
            return await workflows.PrepareAsync(row with { Body = definition.ToJsonString(), ContentHash = CanonicalJson.Hash(definition), IsPublished = false }, cancellation);
        }
        catch (ContentException broken)
        {
            throw UseCaseException.Invalid("", "unreadable", broken.Message);
        }
    }

    private sealed class DryHost(BurstScope scope) : IBurstHost
    {
        public T? Get<T>()
            where T : class => scope as T;

        public ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
