using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>Instances in the JSON of the Elsa API.</summary>
internal static class InstanceShapes
{
    public static JsonObject Summary(InstanceRow row) => ElsaJson.WithoutNulls(new()
    {
        ["id"] = row.Id,
        ["definitionId"] = row.DefinitionId,
        ["definitionVersionId"] = row.DefinitionVersionId,
        ["version"] = row.DefinitionVersion,
        ["status"] = row.Status,
        ["subStatus"] = row.SubStatus,
        ["correlationId"] = row.CorrelationId,
        ["name"] = row.Name,
        ["incidentCount"] = row.IncidentCount,
        ["createdAt"] = row.CreatedAt,
        ["updatedAt"] = row.UpdatedAt,
        ["finishedAt"] = row.FinishedAt,
    });

    public static JsonObject Full(InstanceView instance)
    {
        var full = Summary(instance.Row);
        full["parentWorkflowInstanceId"] = instance.Row.ParentInstanceId;
        full["workflowState"] = WorkflowStateJson.Of(instance.State, instance.Sight);
        full["isExecuting"] = instance.State.SubStatus == WorkflowSubStatus.Executing;
        full["isSystem"] = instance.Row.IsSystem;
        return ElsaJson.WithoutNulls(full);
    }

    public static JsonObject ExecutionState(InstanceRow row) => new()
    {
        ["status"] = row.Status,
        ["subStatus"] = row.SubStatus,
        ["updatedAt"] = row.UpdatedAt,
    };
}
