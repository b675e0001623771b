using System.Text;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Workflows.Changes;

/// <summary>Workflow files beside the definitions in the hub: drift, and export.</summary>
public sealed class WorkflowFiles(IDefinitionStore store)
{
    /// <summary>Every definition that the hub or a file has, by id.</summary>
    /// <param name="files">Files of any kind; those that are no workflow, or cannot be read, are passed over.</param>
    public async Task<IReadOnlyList<WorkflowComparison>> CompareAsync(IReadOnlyList<ContentFile> files, CancellationToken cancellation)
    {
        var inFiles = files.Where(file => file.Kind == ContentKind.Workflow)
            .Select(file => WorkflowDefinition.Parse(file.Body).Definition)
            .OfType<WorkflowDefinition>()
            .DistinctBy(definition => definition.DefinitionId)
            .ToDictionary(definition => definition.DefinitionId, StringComparer.Ordinal);
        List<WorkflowComparison> comparisons = [];
        foreach (var file in inFiles.Values)
        {
            comparisons.Add(Compare(file, await store.VersionsAsync(file.DefinitionId, cancellation)));
        }

        comparisons.AddRange((await PublishedAsync(cancellation))
            .Where(row => !inFiles.ContainsKey(row.DefinitionId))
            .Select(row => new WorkflowComparison(row.DefinitionId, row.Name, WorkflowFileState.OnlyInHub, row.Version, row.Author, [])));
        return [.. comparisons.OrderBy(comparison => comparison.DefinitionId, StringComparer.Ordinal)];
    }

    /// <summary>The published version of every definition as a file, in a stable order of properties.</summary>
    public async Task<IReadOnlyList<ContentFile>> ExportAsync(CancellationToken cancellation) =>
    [
        .. from row in await PublishedAsync(cancellation)
           let path = ContentFolder.PathOf(ContentKind.Workflow, row.DefinitionId)
           where ContentFolder.Locate(path) is not null
           orderby path
           select new ContentFile(ContentKind.Workflow, row.DefinitionId, path, WorkflowText.Write(Read(row).WithIdentity(row.Id, row.DefinitionId, row.Version, row.IsLatest, row.IsPublished))),
    ];

    private static WorkflowComparison Compare(WorkflowDefinition file, IReadOnlyList<DefinitionRow> versions)
    {
        if (versions.FirstOrDefault(version => version.IsPublished) is not { } published)
        {
            return new(file.DefinitionId, file.Name, versions.Count == 0 ? WorkflowFileState.New : WorkflowFileState.Drifted, null, versions.FirstOrDefault()?.Author, []);
        }

        var state = published.ContentHash == file.ContentHash ? WorkflowFileState.Same
            : WorkflowImport.IsDrift(versions, file) ? WorkflowFileState.Drifted
            : WorkflowFileState.Newer;
        var changes = state switch
        {
            WorkflowFileState.Newer => WorkflowChanges.Between(Read(published), file),
            WorkflowFileState.Drifted => WorkflowChanges.Between(file, Read(published)),
            _ => [],
        };
        return new(file.DefinitionId, published.Name, state, published.Version, published.Author, changes);
    }

    private async Task<IEnumerable<DefinitionRow>> PublishedAsync(CancellationToken cancellation) =>
        (await store.ListAsync(new() { Versions = VersionOptions.Published, IsSystem = false }, null, null, cancellation)).Items;

    private static WorkflowDefinition Read(DefinitionRow row) => WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(row.Body)).Definition
        ?? throw new InvalidOperationException($"The stored workflow version {row.Id} cannot be read.");
}
