using System.Security.Claims;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Descriptors;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>Parts of a definition, workflows used as activities opened up: the designer loads what is inside of them when it is looked at.</summary>
internal static class GraphEndpoints
{
    // Neither is a step of the way to a node that a person would name.
    private static readonly string[] NotOnThePath = ["Elsa.Workflow", "Elsa.Flowchart"];

    public static void MapDefinitionGraphs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/subgraph/{versionId}", SubgraphAsync);
        api.MapGet("/workflow-definitions/subgraph/segments/{versionId}", SegmentsAsync);
    }

    private static async Task<IResult> SubgraphAsync(
        ClaimsPrincipal user, string versionId, ElsaQuery query, DefinitionDesk desk, WorkflowCache workflows, DescriptorCatalog descriptors, CancellationToken cancellation)
    {
        var workflow = await PrepareAsync(user, versionId, desk, workflows, cancellation);
        var node = query.Text("parentNodeId") is { } id ? Find(workflow, id) : workflow.Root;
        return ElsaJson.Ok(Shape(node, await descriptors.GetAsync(cancellation)));
    }

    private static async Task<IResult> SegmentsAsync(
        ClaimsPrincipal user, string versionId, ElsaQuery query, DefinitionDesk desk, WorkflowCache workflows, DescriptorCatalog descriptors, CancellationToken cancellation)
    {
        var workflow = await PrepareAsync(user, versionId, desk, workflows, cancellation);
        var node = Find(workflow, query.Text("childNodeId") ?? throw UseCaseException.Invalid("/childNodeId", "required", "The node is missing."));
        var known = await descriptors.GetAsync(cancellation);
        return ElsaJson.Ok(new JsonObject
        {
            ["childNode"] = Shape(node, known),
            ["container"] = Shape(node.Parent ?? node, known),
            ["pathSegments"] = new JsonArray([.. Path(node).Reverse()]),
        });
    }

    private static async Task<PreparedWorkflow> PrepareAsync(
        ClaimsPrincipal user, string versionId, DefinitionDesk desk, WorkflowCache workflows, CancellationToken cancellation)
    {
        var row = await desk.GetVersionAsync(user.Actor(), versionId, cancellation);
        try
        {
            return await workflows.PrepareAsync(row, cancellation);
        }
        catch (ContentException broken)
        {
            throw UseCaseException.Invalid("", "unreadable", broken.Message);
        }
    }

    private static ActivityNode Find(PreparedWorkflow workflow, string nodeId) => workflow.Find(nodeId) ?? throw UseCaseException.NotFound($"node '{nodeId}'");

    private static JsonObject Shape(ActivityNode node, DescriptorSet known) => new()
    {
        ["nodeId"] = node.NodeId,
        ["port"] = Casing.Pascal(node.Port),
        ["activity"] = ActivityOf(node, known),
        ["parents"] = new JsonArray(),
        ["children"] = new JsonArray(),
    };

    private static IEnumerable<JsonNode> Path(ActivityNode node)
    {
        for (var child = node; child.Parent is { } parent; child = parent)
        {
            if (!NotOnThePath.Contains(parent.TypeName))
            {
                yield return new JsonObject
                {
                    ["activityNodeId"] = parent.NodeId,
                    ["activityId"] = parent.Id,
                    ["activityType"] = parent.TypeName,
                    ["portName"] = Casing.Pascal(child.Port),
                    ["activityName"] = parent.Name ?? parent.TypeName,
                };
            }
        }
    }

    /// <summary>The activity with node ids as they are at this place, and with the workflow that it stands for.</summary>
    private static JsonObject ActivityOf(ActivityNode node, DescriptorSet known)
    {
        if (node.Workflow is not null)
        {
            return WorkflowOf(node, known);
        }

        var bare = new JsonObject { ["root"] = node.Json.DeepClone() };
        var placed = WorkflowDefinition.Parse(bare).Definition!.WithWorkflowId(node.Parent!.NodeId).ToJson()["root"]!.DeepClone().AsObject();
        NotFoundPlaceholder.Hide(placed, known.Contains);
        if (node.Children is [{ Workflow: not null } inner])
        {
            placed["root"] = WorkflowOf(inner, known);
        }

        return placed;
    }

    private static JsonObject WorkflowOf(ActivityNode node, DescriptorSet known) => ElsaJson.WithoutNulls(new()
    {
        ["id"] = node.Id,
        ["nodeId"] = node.NodeId,
        ["name"] = node.Workflow?.Name,
        ["type"] = "Elsa.Workflow",
        ["version"] = 1,
        ["customProperties"] = new JsonObject(),
        ["metadata"] = new JsonObject(),
        ["root"] = node.Children.Count > 0 ? ActivityOf(node.Children[0], known) : null,
    });
}
