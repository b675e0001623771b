using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>Activity executions in the JSON of the Elsa API.</summary>
internal static class ExecutionShapes
{
    // Outcome names are the designer's own words, not values.
    private const string Outcomes = "Outcomes";

    public static JsonObject Summary(InstanceHistory history, ActivityExecution execution) => ElsaJson.WithoutNulls(new()
    {
        ["id"] = ExecutionKey.Of(history.Row.Id, execution.Id),
        ["workflowInstanceId"] = history.Row.Id,
        ["activityId"] = execution.ActivityId,
        ["activityNodeId"] = execution.ActivityNodeId,
        ["activityType"] = execution.ActivityType,
        ["activityTypeVersion"] = execution.ActivityTypeVersion,
        ["activityName"] = execution.ActivityName,
        ["startedAt"] = execution.StartedAt,
        ["hasBookmarks"] = execution.HasBookmarks,
        ["status"] = execution.Status.ToString(),
        ["metadata"] = new JsonObject(),
        ["aggregateFaultCount"] = execution.AggregateFaultCount,
        ["completedAt"] = execution.CompletedAt,
    });

    public static JsonObject Full(InstanceHistory history, ActivityExecution execution)
    {
        var full = Summary(history, execution);
        var sight = history.Sight;
        full["activityState"] = sight.ShowAll(execution.ActivityState);
        full["outputs"] = sight.ShowAll(execution.Outputs);
        full["payload"] = PayloadOf(execution, sight);
        full["properties"] = new JsonObject();
        full["exception"] = ExceptionJson.Of(execution.Exception, sight);
        full["schedulingActivityExecutionId"] = ExecutionKey.OfOptional(history.Row.Id, execution.SchedulingActivityExecutionId);
        full["schedulingActivityId"] = execution.SchedulingActivityId;
        full["callStackDepth"] = execution.CallStackDepth;
        return ElsaJson.WithoutNulls(full);
    }

    /// <summary>Figures of one node, for its badges; several executions of a node make one row.</summary>
    public static JsonObject Stats(string nodeId, IReadOnlyList<ActivityExecution> executions)
    {
        var completed = executions.Count(execution => execution.CompletedAt is not null);
        return new()
        {
            ["activityId"] = nodeId[(nodeId.LastIndexOf(':') + 1)..],
            ["activityNodeId"] = nodeId,
            ["startedCount"] = executions.Count,
            ["completedCount"] = completed,
            ["uncompletedCount"] = executions.Count - completed,
            ["isBlocked"] = executions.Any(execution => execution.HasBookmarks),
            ["isFaulted"] = executions.Any(execution => execution.Status == ActivityStatus.Faulted),
            ["aggregateFaultCount"] = executions.Sum(execution => execution.AggregateFaultCount),
            ["metadata"] = new JsonObject(),
        };
    }

    private static JsonObject? PayloadOf(ActivityExecution execution, ValueSight sight)
    {
        if (execution.Payload is not { } payload)
        {
            return null;
        }

        var shown = sight.ShowAll(payload.Where(property => property.Key != Outcomes));
        if (payload[Outcomes] is { } outcomes)
        {
            shown[Outcomes] = outcomes.DeepClone();
        }

        return shown;
    }
}
