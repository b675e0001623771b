using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>An instance's state as Elsa Studio reads it. Lists and maps are there even when they are empty.</summary>
internal static class WorkflowStateJson
{
    /// <param name="sight">How much of the values to show; null = everything, for whoever just ran it.</param>
    public static JsonObject Of(WorkflowState state, ValueSight? sight = null)
    {
        var values = sight ?? ValueSight.Plain;
        return ElsaJson.WithoutNulls(new()
        {
            ["id"] = state.InstanceId,
            ["definitionId"] = state.DefinitionId,
            ["definitionVersionId"] = state.DefinitionVersionId,
            ["definitionVersion"] = state.DefinitionVersion,
            ["correlationId"] = state.CorrelationId,
            ["name"] = state.Name,
            ["parentWorkflowInstanceId"] = state.ParentInstanceId,
            ["status"] = state.Status.ToString(),
            ["subStatus"] = state.SubStatus.ToString(),
            ["isExecuting"] = state.SubStatus == WorkflowSubStatus.Executing,
            ["bookmarks"] = List(state.Bookmarks.Select(bookmark => BookmarkOf(state, bookmark, values))),
            ["incidents"] = List(state.Incidents.Select(incident => IncidentOf(incident, values))),
            ["isSystem"] = false,
            ["completionCallbacks"] = new JsonArray(),
            ["activityExecutionContexts"] = List(state.Activities.Select(activity => ContextOf(state, activity, values))),
            ["scheduledActivities"] = new JsonArray(),
            ["executionLogSequence"] = state.JournalSequence,
            ["input"] = values.ShowAll(state.Input),
            ["output"] = values.ShowAll(state.Output),
            ["properties"] = values.ShowAll(state.Properties),
            ["createdAt"] = state.CreatedAt,
            ["updatedAt"] = state.UpdatedAt,
            ["finishedAt"] = state.FinishedAt,
        });
    }

    private static JsonObject BookmarkOf(WorkflowState state, Bookmark bookmark, ValueSight values) => ElsaJson.WithoutNulls(new()
    {
        ["id"] = bookmark.Id,
        ["name"] = bookmark.StimulusName,
        ["hash"] = bookmark.Hash,
        ["payload"] = values.Show(bookmark.Payload),
        ["activityId"] = bookmark.ActivityId,
        ["activityNodeId"] = bookmark.ActivityNodeId,
        ["activityInstanceId"] = ExecutionKey.Of(state.InstanceId, bookmark.ActivityInstanceId),
        ["createdAt"] = bookmark.CreatedAt,
        ["autoBurn"] = bookmark.AutoBurn,
        ["callbackMethodName"] = bookmark.Callback,
        ["autoComplete"] = true,
    });

    private static JsonObject IncidentOf(Incident incident, ValueSight values) => ElsaJson.WithoutNulls(new()
    {
        ["activityId"] = incident.ActivityId,
        ["activityNodeId"] = incident.ActivityNodeId,
        ["activityType"] = incident.ActivityType,
        ["message"] = values.ShowText(incident.Message),
        ["exception"] = ExceptionJson.Of(incident.Exception, values),
        ["timestamp"] = incident.Timestamp,
    });

    private static JsonObject ContextOf(WorkflowState state, ActivityInstanceState activity, ValueSight values) => ElsaJson.WithoutNulls(new()
    {
        ["id"] = ExecutionKey.Of(state.InstanceId, activity.Id),
        ["callStackDepth"] = activity.CallStackDepth,
        ["parentContextId"] = ExecutionKey.OfOptional(state.InstanceId, activity.ParentId),
        ["scheduledActivityNodeId"] = activity.NodeId,
        ["ownerActivityNodeId"] = state.Activities.Find(other => other.Id == activity.ParentId)?.NodeId,
        ["properties"] = values.ShowAll(activity.Properties),
        ["metadata"] = new JsonObject(),
        ["activityState"] = values.ShowAll(activity.Inputs),
        ["dynamicVariables"] = new JsonArray(),
        ["status"] = activity.Status.ToString(),
        ["isExecuting"] = activity.IsExecuting,
        ["faultCount"] = activity.FaultCount,
        ["startedAt"] = activity.StartedAt,
    });

    private static JsonArray List(IEnumerable<JsonNode?> items) => [.. items];
}
