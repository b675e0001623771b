using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>
/// Versions of workflow definitions with Elsa 3.8's rules: saving over a published version makes a draft, publishing moves the flags, at most one
/// version is published and one is the latest. Published content never changes.
/// </summary>
public sealed class DefinitionBook(
    IDefinitionStore store,
    WorkflowPreparer preparer,
    WorkflowRuntime runtime,
    WorkflowCache cache,
    ActiveSets sets,
    IWakeUp wakeUp,
    IIdSource ids,
    TimeProvider time)
{
    /// <summary>Saves a definition as draft, or publishes it right away.</summary>
    /// <param name="json">The whole Elsa 3 definition; unknown properties are kept.</param>
    public async Task<DefinitionResult> SaveAsync(JsonObject json, bool publish, string origin, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.EditWorkflows);
        var parsed = WorkflowDefinition.Parse(json);
        if (parsed.Definition is not { } definition)
        {
            return DefinitionResult.Failed([.. parsed.Problems.Select(problem => new Problem(problem.Pointer, problem.Code, problem.Message))]);
        }

        var definitionId = definition.DefinitionId.Length > 0 ? definition.DefinitionId : ids.NewId();
        var versions = await store.VersionsAsync(definitionId, cancellation);
        var latest = versions.FirstOrDefault(version => version.IsLatest) ?? versions.FirstOrDefault();
        var now = time.GetUtcNow();
        var draft = latest is { IsPublished: false }
            ? RowOf(definition.WithIdentity(latest.Id, definitionId, latest.Version, true, false), origin, actor, latest.CreatedAt, now)
            : RowOf(definition.WithIdentity(NewVersionId(definition, versions), definitionId, (latest?.Version ?? 0) + 1, true, false), origin, actor, now, now);
        if (publish)
        {
            return await PublishAsync(draft, versions, cancellation);
        }

        var upserts = latest is { IsPublished: true } ? new[] { latest with { IsLatest = false }, draft } : [draft];
        await ApplyAsync(new(definitionId, upserts, [], null), cancellation);
        return DefinitionResult.Of(draft);
    }

    /// <summary>Publishes the latest version. Null row when there is no such definition.</summary>
    public async Task<DefinitionResult> PublishAsync(string definitionId, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.EditWorkflows);
        var versions = await store.VersionsAsync(definitionId, cancellation);
        var latest = versions.FirstOrDefault(version => version.IsLatest);
        return latest is null
            ? DefinitionResult.Failed()
            : latest.IsPublished ? DefinitionResult.Of(latest, alreadyPublished: true) : await PublishAsync(latest, versions, cancellation);
    }

    /// <summary>Takes the published version back; it stays as it is otherwise. A problem when none is published.</summary>
    public async Task<DefinitionResult> RetractAsync(string definitionId, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.EditWorkflows);
        var versions = await store.VersionsAsync(definitionId, cancellation);
        if (versions.FirstOrDefault(version => version.IsPublished) is not { } published)
        {
            return DefinitionResult.Failed(new Problem("", "not_published", "The workflow is not published."));
        }

        var retracted = published with { IsPublished = false, UpdatedAt = time.GetUtcNow() };
        await ApplyAsync(new(definitionId, [retracted], [], []), cancellation);
        return DefinitionResult.Of(retracted);
    }

    /// <summary>Copies an older version as a new latest draft.</summary>
    public async Task<DefinitionResult> RevertAsync(string definitionId, int version, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.EditWorkflows);
        var versions = await store.VersionsAsync(definitionId, cancellation);
        if (versions.FirstOrDefault(candidate => candidate.Version == version) is not { } source)
        {
            return DefinitionResult.Failed();
        }

        var now = time.GetUtcNow();
        var copy = source with { Id = ids.NewId(), Version = versions.Max(v => v.Version) + 1, IsLatest = true, IsPublished = false, Author = actor.Name, CreatedAt = now, UpdatedAt = now };
        await ApplyAsync(new(definitionId, [.. versions.Where(v => v.IsLatest).Select(v => v with { IsLatest = false }), copy], [], null), cancellation);
        return DefinitionResult.Of(copy);
    }

    /// <summary>Deletes all versions; false when there are none. Running instances stay visible but cannot go on.</summary>
    public async Task<bool> DeleteAsync(string definitionId, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.EditWorkflows);
        var versions = await store.VersionsAsync(definitionId, cancellation);
        if (versions.Count == 0)
        {
            return false;
        }

        await ApplyAsync(new(definitionId, [], [.. versions.Select(version => version.Id)], []), cancellation);
        return true;
    }

    /// <summary>Deletes one version; the newest remaining one becomes the latest. False when there is none of this id.</summary>
    public async Task<bool> DeleteVersionAsync(string versionId, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.EditWorkflows);
        if (await store.FindVersionAsync(versionId, cancellation) is not { } version)
        {
            return false;
        }

        var rest = (await store.VersionsAsync(version.DefinitionId, cancellation)).Where(other => other.Id != versionId).ToList();
        var heir = version.IsLatest ? rest.MaxBy(other => other.Version) : null;
        await ApplyAsync(new(version.DefinitionId, heir is null ? [] : [heir with { IsLatest = true }], [versionId], version.IsPublished ? [] : null), cancellation);
        return true;
    }

    private async Task<DefinitionResult> PublishAsync(DefinitionRow row, IReadOnlyList<DefinitionRow> versions, CancellationToken cancellation)
    {
        var published = row with { IsPublished = true, IsLatest = true, UpdatedAt = time.GetUtcNow() };
        var workflow = preparer.Prepare(WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(published.Body)).Definition!);
        var triggers = await runtime.DescribeTriggersAsync(workflow, cancellation);
        var others = versions.Where(version => version.Id != row.Id && (version.IsPublished || version.IsLatest))
            .Select(version => version with { IsPublished = false, IsLatest = false });
        await ApplyAsync(
            new(row.DefinitionId, [.. others, published], [], [.. triggers.Select(trigger => new TriggerRow(
                $"{published.Id}:{trigger.ActivityNodeId}:{trigger.Hash[..12]}",
                published.DefinitionId,
                published.Id,
                trigger.ActivityId,
                trigger.StimulusName,
                trigger.Hash,
                trigger.Payload?.ToJsonString()))]),
            cancellation);
        return DefinitionResult.Of(published);
    }

    private async Task ApplyAsync(DefinitionChange change, CancellationToken cancellation)
    {
        await store.ApplyAsync(change, cancellation);
        cache.Clear();
        await sets.RefreshAsync(cancellation);
        wakeUp.Signal(WakeUpChannel.Content);
    }

    // An import may bring the version's id along; it is taken when it is free.
    private string NewVersionId(WorkflowDefinition definition, IReadOnlyList<DefinitionRow> versions) =>
        definition.Id.Length > 0 && versions.Count == 0 ? definition.Id : ids.NewId();

    private static DefinitionRow RowOf(WorkflowDefinition definition, string origin, Actor actor, DateTimeOffset createdAt, DateTimeOffset now) => new(
        definition.Id,
        definition.DefinitionId,
        definition.Version,
        definition.Name,
        definition.Description,
        definition.IsLatest,
        definition.IsPublished,
        definition.ToJson()["isSystem"]?.GetValue<bool>() ?? false,
        definition.ContentHash,
        origin,
        actor.Name,
        definition.ToJson().ToJsonString(),
        createdAt,
        now);
}
