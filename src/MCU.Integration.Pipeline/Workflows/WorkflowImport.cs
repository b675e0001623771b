using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>Brings workflow files into the hub as published versions. A definition that somebody changed in the designer since is left alone: drift is shown, never overwritten.</summary>
public sealed class WorkflowImport(IDefinitionStore store, DefinitionBook book)
{
    public const string FileOrigin = "file";

    public async Task ImportAsync(IReadOnlyList<ContentFile> files, Actor actor, CancellationToken cancellation)
    {
        foreach (var file in files.Where(file => file.Kind == ContentKind.Workflow))
        {
            var definition = WorkflowDefinition.Parse(file.Body).Definition!;
            var versions = await store.VersionsAsync(definition.DefinitionId, cancellation);
            var published = versions.FirstOrDefault(version => version.IsPublished);
            if (published?.ContentHash == definition.ContentHash || IsDrift(versions, definition))
            {
                continue;
            }

            await book.SaveAsync((JsonObject)JsonNode.Parse(file.Body)!, publish: true, FileOrigin, actor, cancellation);
        }
    }

    // Somebody worked on it in the designer after the file was last imported, or the file was imported before and replaced since.
    internal static bool IsDrift(IReadOnlyList<DefinitionRow> versions, WorkflowDefinition definition) =>
        versions.Count > 0 && versions.MaxBy(version => version.Version) is { } newest
        && (newest.Origin != FileOrigin || versions.Any(version => version.ContentHash == definition.ContentHash && version.Version < newest.Version));
}
