using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>
/// What the caller may do, as Elsa says it: the designer only looks which relations are there. Without <c>publish</c> a definition is read-only,
/// without <c>bulk-publish</c> the whole list is.
/// </summary>
internal static class DefinitionLinks
{
    private const string Root = "/workflow-definitions";

    public static JsonArray OfList(Actor actor) =>
    [
        Link(Root, "self", "GET"),
        Link($"{Root}/validation/is-name-unique", "is-name-unique", "GET"),
        Link($"{Root}/query/count", "count", "GET"),
        Link($"{Root}/many-by-id", "many-by-id", "GET"),
        .. !actor.May(Right.EditWorkflows) ? Array.Empty<JsonNode>() :
        [
            Link("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
            Link("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
            Link("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
            Link("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
            Link($"{Root}/import", "import", "POST"),
            Link($"{Root}/import-files", "import-files", "POST"),
            Link(Root, "create", "POST"),
        ],
    ];

    public static JsonArray OfDefinition(Actor actor, string definitionId)
    {
        var self = $"{Root}/{Uri.EscapeDataString(definitionId)}";
        return
        [
            Link(self, "self", "GET"),
            Link($"{Root}/by-definition-id/{Uri.EscapeDataString(definitionId)}", "self", "GET"),
            Link($"{self}/versions", "versions", "GET"),
            Link($"{self}/export", "export", "GET"),
            .. !actor.May(Right.RunWorkflows) ? Array.Empty<JsonNode>() :
            [
                Link($"{self}/bulk-dispatch", "bulk-dispatch", "POST"),
                Link($"{self}/dispatch", "dispatch", "POST"),
                Link($"{self}/execute", "execute", "POST"),
            ],
            .. !actor.May(Right.EditWorkflows) ? Array.Empty<JsonNode>() :
            [
                Link($"{self}/publish", "publish", "POST"),
                Link($"{self}/retract", "retract", "POST"),
                Link(self, "delete", "DELETE"),
                Link($"{self}/import", "import", "PUT"),
                Link($"{self}/update-references", "update-references", "POST"),
            ],
        ];
    }

    private static JsonObject Link(string href, string rel, string method) => new() { ["href"] = href, ["rel"] = rel, ["method"] = method };
}
