using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>The journal in the JSON of the Elsa API.</summary>
internal static class JournalShapes
{
    public static JsonObject Entry(InstanceHistory history, JournalEntry entry)
    {
        var json = Common(history, entry);
        json["nodeId"] = entry.ActivityNodeId;
        return json;
    }

    /// <summary>The same with the names that the reference server gives to a stored record.</summary>
    public static JsonObject Record(InstanceHistory history, JournalEntry entry)
    {
        var json = Common(history, entry);
        json["activityNodeId"] = entry.ActivityNodeId;
        json["workflowDefinitionId"] = history.Row.DefinitionId;
        json["workflowDefinitionVersionId"] = history.Row.DefinitionVersionId;
        json["workflowInstanceId"] = history.Row.Id;
        json["workflowVersion"] = history.Row.DefinitionVersion;
        return json;
    }

    private static JsonObject Common(InstanceHistory history, JournalEntry entry) => ElsaJson.WithoutNulls(new()
    {
        ["id"] = entry.Id,
        ["activityInstanceId"] = ExecutionKey.Of(history.Row.Id, entry.ActivityInstanceId),
        ["parentActivityInstanceId"] = ExecutionKey.OfOptional(history.Row.Id, entry.ParentActivityInstanceId),
        ["activityId"] = entry.ActivityId,
        ["activityType"] = entry.ActivityType,
        ["activityTypeVersion"] = entry.ActivityTypeVersion,
        ["activityName"] = entry.ActivityName,
        ["timestamp"] = entry.Timestamp,
        ["sequence"] = entry.Sequence,
        ["eventName"] = entry.EventName,
        ["message"] = history.Sight.ShowText(entry.Message),
        ["payload"] = history.Sight.Show(entry.Payload),
    });
}
