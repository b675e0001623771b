using System.Text;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Pipeline.Workflows.Changes;
using MCU.Integration.Pipeline.Workflows.Lint;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Content for people and programs: what is in force, what it was before, and what would change.</summary>
public sealed class ContentDesk(
    IContentStore store, IDefinitionStore definitions, ContentCompiler compiler, ContentPublisher publisher, WorkflowFileCheck check, WorkflowFiles workflows)
{
    private const int MostSets = 200;

    /// <summary>The active set and its items, by kind and key.</summary>
    public async Task<(long ActiveSetId, IReadOnlyList<ContentItem> Items)> ActiveAsync(Actor actor, ContentKind? kind, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        var id = await store.ActiveSetIdAsync(cancellation);
        var items = await store.LoadAsync(id, cancellation);
        return (id, [.. items.Where(item => kind is null || item.Kind == kind).OrderBy(item => item.Kind).ThenBy(item => item.Key, StringComparer.Ordinal)]);
    }

    /// <exception cref="UseCaseException">The active set has no such item.</exception>
    public async Task<ContentItem> GetAsync(Actor actor, ContentKind kind, string key, CancellationToken cancellation) =>
        (await ActiveAsync(actor, kind, cancellation)).Items.FirstOrDefault(item => item.Key == key) ?? throw UseCaseException.NotFound($"{kind} '{key}'");

    public async Task<IReadOnlyList<ContentItem>> VersionsAsync(Actor actor, ContentKind kind, string key, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return await store.VersionsAsync(kind, key, cancellation) is { Count: > 0 } versions ? versions : throw UseCaseException.NotFound($"{kind} '{key}'");
    }

    /// <summary>The workflows by name. They keep versions of their own (decision 0005) and stand beside the active set.</summary>
    public async Task<IReadOnlyList<WorkflowView>> WorkflowsAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        var latest = (await definitions.ListAsync(new() { Versions = VersionOptions.Latest, IsSystem = false }, null, null, cancellation)).Items;
        var published = (await definitions.ListAsync(new() { Versions = VersionOptions.Published, IsSystem = false }, null, null, cancellation)).Items.ToDictionary(row => row.DefinitionId);
        var views = new List<WorkflowView>(latest.Count);
        foreach (var newest in latest)
        {
            var running = published.GetValueOrDefault(newest.DefinitionId);
            var shown = running ?? newest;
            var hasDrifted = shown.Origin != WorkflowImport.FileOrigin
                && (await definitions.VersionsAsync(newest.DefinitionId, cancellation)).Any(version => version.Origin == WorkflowImport.FileOrigin);
            views.Add(new(newest.DefinitionId, newest.Name ?? newest.DefinitionId, running?.Version, !newest.IsPublished, OriginOf(shown), shown.Author, shown.UpdatedAt, hasDrifted));
        }

        return views;
    }

    private static ContentOrigin OriginOf(DefinitionRow row) => EnumWord.TryParse<ContentOrigin>(row.Origin, out var origin) ? origin : ContentOrigin.Api;

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<ActiveSetRow>> SetsAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return store.SetsAsync(MostSets, cancellation);
    }

    /// <summary>The last publication that this node was asked for, with its issues; null when there was none since its start.</summary>
    public (DateTimeOffset At, ContentPublication Result)? Last(Actor actor)
    {
        actor.Demand(Right.SeeContent);
        return publisher.Last;
    }

    /// <summary>What is wrong with these files as the whole content of a hub; nothing is stored.</summary>
    public IReadOnlyList<ContentIssue> Check(Actor actor, IReadOnlyList<ContentFile> files)
    {
        actor.Demand(Right.SeeContent);
        var compiled = compiler.Compile(files);
        return [.. compiled.Issues, .. check.Check(files, compiled)];
    }

    /// <summary>What publishing these files would change.</summary>
    public Task<ContentDifference> CompareAsync(Actor actor, IReadOnlyList<ContentFile> files, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return publisher.CompareAsync(files, cancellation);
    }

    /// <summary>How the workflows in the hub stand to these files; those that are the same are left out.</summary>
    public async Task<IReadOnlyList<WorkflowComparison>> CompareWorkflowsAsync(Actor actor, IReadOnlyList<ContentFile> files, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return [.. (await workflows.CompareAsync(files, cancellation)).Where(comparison => comparison.State != WorkflowFileState.Same)];
    }

    /// <summary>Publishes the files as the whole content of the hub.</summary>
    public Task<ContentPublication> PublishAsync(Actor actor, IReadOnlyList<ContentFile> files, string? comment, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.EditContent);
        return publisher.PublishAsync(files, actor, comment, cancellation);
    }

    /// <summary>The active set and the published workflows as files.</summary>
    public async Task<IReadOnlyList<ContentFile>> ExportAsync(Actor actor, CancellationToken cancellation) =>
    [
        .. (await ActiveAsync(actor, null, cancellation)).Items
            .Select(item => new ContentFile(item.Kind, item.Key, item.Path ?? ContentFolder.PathOf(item.Kind, item.Key), Encoding.UTF8.GetBytes(item.Body))),
        .. await workflows.ExportAsync(cancellation),
    ];
}
