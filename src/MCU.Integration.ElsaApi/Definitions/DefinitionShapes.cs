using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Descriptors;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>Definitions in the JSON of the Elsa API. What stands in a definition goes out as it came in; identity, flags and links are added.</summary>
internal sealed class DefinitionShapes(DescriptorCatalog descriptors, WorkflowCache workflows)
{
    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];
    private static readonly string[] Maps = ["customProperties", "options"];

    /// <summary>A row of the list.</summary>
    public static JsonObject Summary(DefinitionRow row, Actor actor)
    {
        var summary = Bare(row);
        summary["links"] = DefinitionLinks.OfDefinition(actor, row.DefinitionId);
        summary["isMaterializerAvailable"] = true;
        return summary;
    }

    /// <summary>What people call them.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<DefinitionRow> rows) => [.. rows.Select(row => row.Name ?? row.DefinitionId)];

    /// <summary>A row without links, as <c>revert</c> answers it.</summary>
    public static JsonObject Bare(DefinitionRow row) => ElsaJson.WithoutNulls(new()
    {
        ["id"] = row.Id,
        ["definitionId"] = row.DefinitionId,
        ["name"] = row.Name,
        ["description"] = row.Description,
        ["version"] = row.Version,
        ["isLatest"] = row.IsLatest,
        ["isPublished"] = row.IsPublished,
        ["materializerName"] = "Json",
        ["createdAt"] = row.CreatedAt,
        ["isReadonly"] = false,
    });

    /// <summary>The whole definition.</summary>
    /// <param name="session">The editor that it is given to; null = a new one.</param>
    public async Task<JsonObject> FullAsync(DefinitionRow row, Actor actor, CancellationToken cancellation, string? session = null)
    {
        var json = JsonNode.Parse(row.Body)!.AsObject();
        json.Remove("$schema");
        json["links"] = DefinitionLinks.OfDefinition(actor, row.DefinitionId);
        json["id"] = row.Id;
        json["definitionId"] = row.DefinitionId;
        json["version"] = row.Version;
        json["isLatest"] = row.IsLatest;
        json["isPublished"] = row.IsPublished;
        json["createdAt"] = row.CreatedAt;
        json["isReadonly"] = json["isReadonly"].AsBoolean() ?? false;
        json["isSystem"] = row.IsSystem;
        Array.ForEach(Lists, list => json[list] = json[list] as JsonArray ?? (JsonNode)new JsonArray());
        Array.ForEach(Maps, map => json[map] = json[map] as JsonObject ?? (JsonNode)new JsonObject());
        if (actor.May(Right.EditWorkflows))
        {
            EditSession.Of(row, session).Mark(json);
        }

        if (!Version.TryParse(json["toolVersion"].AsString(), out _))
        {
            // The designer cannot read a definition whose tool version is no version.
            json.Remove("toolVersion");
        }

        json["root"] = await RootAsync(row, json["root"]?.DeepClone().AsObject(), cancellation);
        return ElsaJson.WithoutNulls(json);
    }

    private async Task<JsonObject> RootAsync(DefinitionRow row, JsonObject? root, CancellationToken cancellation)
    {
        root ??= new() { ["id"] = "Flowchart1", ["nodeId"] = "Workflow1:Flowchart1", ["name"] = "Flowchart1", ["type"] = "Elsa.Flowchart", ["version"] = 1 };
        if (await WorkflowIdAsync(row, root, cancellation) is { } workflowId)
        {
            var renamed = WorkflowDefinition.Parse(new JsonObject { ["root"] = root }).Definition!.WithWorkflowId(workflowId);
            root = renamed.ToJson()["root"]!.DeepClone().AsObject();
        }

        var known = await descriptors.GetAsync(cancellation);
        NotFoundPlaceholder.Hide(root, known.Contains);
        return root;
    }

    /// <summary>The id of the workflow activity, when workflows inside make it another than usual: executions carry it in their node ids.</summary>
    private async Task<string?> WorkflowIdAsync(DefinitionRow row, JsonObject root, CancellationToken cancellation)
    {
        if (!ActivityTree.Enumerate(root).Any(element => element.Json.ContainsKey("workflowDefinitionId")))
        {
            return null;
        }

        try
        {
            return (await workflows.PrepareAsync(row, cancellation)).WorkflowId is var id && id != WorkflowDefinition.DefaultWorkflowId ? id : null;
        }
        catch (ContentException)
        {
            // A workflow inside cannot be read: the definition is still shown, so that it can be repaired.
            return null;
        }
    }
}
