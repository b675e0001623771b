using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>
/// An instance as a file, with the parts that a real server's export has, and with the whole of it for an import. Values that the reader may not see are masked in
/// it as everywhere; then it cannot be imported.
/// </summary>
internal static class InstanceExport
{
    private static readonly JsonSerializerOptions Indented = new(ElsaJson.Options) { WriteIndented = true };

    public static string NameOf(InstanceView instance) => $"workflow-instance-{instance.Row.Id}.json";

    public static byte[] Write(InstanceView instance, InstanceHistory history, InstanceTransfer transfer, ElsaQuery? parts = null)
    {
        var state = WorkflowStateJson.Of(instance.State, instance.Sight);
        var file = new JsonObject { ["WorkflowState"] = state };
        if (parts?.Flag("includeBookmarks") != false)
        {
            file["Bookmarks"] = state["bookmarks"]!.DeepClone();
        }

        if (parts?.Flag("includeActivityExecutionLog") != false)
        {
            file["ActivityExecutionRecords"] = new JsonArray([.. history.Executions.Select(execution => ExecutionShapes.Full(history, execution))]);
        }

        if (parts?.Flag("includeWorkflowExecutionLog") != false)
        {
            file["WorkflowExecutionLogRecords"] = new JsonArray([.. history.Entries.Select(entry => JournalShapes.Record(history, entry))]);
        }

        if (transfer.Write(instance, history) is { } whole)
        {
            file[InstanceTransfer.Property] = whole;
        }

        return JsonSerializer.SerializeToUtf8Bytes(file, Indented);
    }
}
