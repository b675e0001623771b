using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows.Lint;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>
/// Versions of workflow definitions with Elsa 3.8's rules: saving over a published version makes a draft, publishing moves the flags, at most one
/// version is published and one is the latest. Published content never changes. What is decided on versions that somebody changed meanwhile is decided again.
/// </summary>
public sealed class DefinitionBook(
    IDefinitionStore store,
    IInstanceStore instances,
    WorkflowPreparer preparer,
    WorkflowRuntime runtime,
    WorkflowCache cache,
    WorkflowLint lint,
    ActiveSets sets,
    IWakeUp wakeUp,
    IIdSource ids,
    TimeProvider time)
{
    private const int MostAttempts = 10;

    /// <summary>Saves a definition as draft, or publishes it right away.</summary>
    /// <param name="json">The whole Elsa 3 definition; unknown properties are kept.</param>
    public async Task<DefinitionResult> SaveAsync(
        JsonObject json, bool publish, string origin, Actor actor, CancellationToken cancellation, Func<DefinitionRow, AuditEntry?>? audit = null)
    {
        actor.Demand(Right.EditWorkflows);
        var content = (JsonObject)json.DeepClone();
        var editor = EditSession.Take(content);
        content.Remove("links");
        var parsed = WorkflowDefinition.Parse(content);
        if (parsed.Definition is not { } definition)
        {
            return DefinitionResult.Failed([.. parsed.Problems.Select(problem => new Problem(problem.Pointer, problem.Code, problem.Message))]);
        }

        var save = new DefinitionSave(definition, definition.DefinitionId.Length > 0 ? definition.DefinitionId : ids.NewId(), publish, origin, actor, editor);
        return await ChangeAsync(save.DefinitionId, versions => DecideAsync(save, versions, cancellation), audit, cancellation);
    }

    /// <summary>Whether a definition has the content of a version, whatever definition it belongs to.</summary>
    public static bool IsSame(JsonObject json, DefinitionRow row)
    {
        var content = (JsonObject)json.DeepClone();
        EditSession.Take(content);
        return WorkflowDefinition.Parse(content).Definition is { } definition
            && definition.WithIdentity(row.Id, row.DefinitionId, row.Version, row.IsLatest, row.IsPublished).ContentHash == row.ContentHash;
    }

    /// <summary>Publishes the latest version. Null row when there is no such definition.</summary>
    public async Task<DefinitionResult> PublishAsync(string definitionId, Actor actor, CancellationToken cancellation, Func<DefinitionRow, AuditEntry?>? audit = null)
    {
        actor.Demand(Right.EditWorkflows);
        return await ChangeAsync(
            definitionId,
            async versions => versions.FirstOrDefault(version => version.IsLatest) switch
            {
                null => (null, DefinitionResult.Failed()),
                { IsPublished: true } published => (null, DefinitionResult.Of(published, alreadyPublished: true)),
                var latest => await PublicationAsync(latest, versions, cancellation),
            },
            audit,
            cancellation);
    }

    /// <summary>Takes the published version back; it stays as it is otherwise. A problem when none is published, a null row when there is no such definition.</summary>
    public async Task<DefinitionResult> RetractAsync(string definitionId, Actor actor, CancellationToken cancellation, Func<DefinitionRow, AuditEntry?>? audit = null)
    {
        actor.Demand(Right.EditWorkflows);
        return await ChangeAsync(
            definitionId,
            versions =>
            {
                if (versions.FirstOrDefault(version => version.IsPublished) is not { } published)
                {
                    return Decided(null, versions.Count == 0 ? DefinitionResult.Failed() : DefinitionResult.Failed(new Problem("", "not_published", "The workflow is not published.")));
                }

                var retracted = published with { IsPublished = false, UpdatedAt = time.GetUtcNow() };
                return Decided(new(definitionId, [retracted], [], []), DefinitionResult.Of(retracted));
            },
            audit,
            cancellation);
    }

    /// <summary>Copies an older version as a new latest draft. Null row when there is no such version.</summary>
    public async Task<DefinitionResult> RevertAsync(string definitionId, int version, Actor actor, CancellationToken cancellation, Func<DefinitionRow, AuditEntry?>? audit = null)
    {
        actor.Demand(Right.EditWorkflows);
        return await ChangeAsync(
            definitionId,
            versions =>
            {
                if (versions.FirstOrDefault(candidate => candidate.Version == version) is not { } source)
                {
                    return Decided(null, DefinitionResult.Failed());
                }

                var now = time.GetUtcNow();
                var copy = source with
                {
                    Id = ids.NewId(),
                    Version = versions.Max(v => v.Version) + 1,
                    IsLatest = true,
                    IsPublished = false,
                    Author = actor.Name,
                    EditSession = null,
                    CreatedAt = now,
                    UpdatedAt = now,
                };
                return Decided(new(definitionId, [.. versions.Where(v => v.IsLatest).Select(v => v with { IsLatest = false }), copy], [], null), DefinitionResult.Of(copy));
            },
            audit,
            cancellation);
    }

    /// <summary>Deletes all versions and all instances; false when there were no versions.</summary>
    public async Task<bool> DeleteAsync(string definitionId, Actor actor, CancellationToken cancellation, Func<DefinitionRow, AuditEntry?>? audit = null)
    {
        actor.Demand(Right.EditWorkflows);
        var deleted = await ChangeAsync(
            definitionId,
            versions => Decided(
                versions.Count == 0 ? null : new(definitionId, [], [.. versions.Select(version => version.Id)], []),
                new(versions.FirstOrDefault(), false, [])),
            audit,
            cancellation);
        await DeleteInstancesAsync(definitionId, cancellation);
        return deleted.Row is not null;
    }

    /// <summary>Deletes one version; the newest remaining one becomes the latest. False when there is none of this id.</summary>
    public async Task<bool> DeleteVersionAsync(string versionId, Actor actor, CancellationToken cancellation, Func<DefinitionRow, AuditEntry?>? audit = null)
    {
        actor.Demand(Right.EditWorkflows);
        if (await store.FindVersionAsync(versionId, cancellation) is not { } found)
        {
            return false;
        }

        var deleted = await ChangeAsync(
            found.DefinitionId,
            versions =>
            {
                if (versions.FirstOrDefault(version => version.Id == versionId) is not { } version)
                {
                    return Decided(null, DefinitionResult.Failed());
                }

                var heir = version.IsLatest ? versions.Where(other => other.Id != versionId).MaxBy(other => other.Version) : null;
                return Decided(
                    new(version.DefinitionId, heir is null ? [] : [heir with { IsLatest = true }], [versionId], version.IsPublished ? [] : null),
                    DefinitionResult.Of(version));
            },
            audit,
            cancellation);
        return deleted.Row is not null;
    }

    private async Task<(DefinitionChange? Change, DefinitionResult Result)> DecideAsync(DefinitionSave save, IReadOnlyList<DefinitionRow> versions, CancellationToken cancellation)
    {
        var latest = versions.FirstOrDefault(version => version.IsLatest) ?? versions.FirstOrDefault();
        if (latest is not null && save.Editor is not null)
        {
            if (save.IsRepeatOf(latest))
            {
                return (null, DefinitionResult.Of(latest, alreadyPublished: save.Publish));
            }

            if (save.IsBlindTo(latest))
            {
                return (null, DefinitionResult.Failed(new Problem(
                    "",
                    "edited_meanwhile",
                    $"{latest.Author ?? "Somebody else"} changed this workflow meanwhile (version {latest.Version}, {latest.UpdatedAt:u}). Nothing was saved. Reload it, or save yours as a copy.")));
            }
        }

        var now = time.GetUtcNow();
        var draft = latest is { IsPublished: false }
            ? save.ToRow(latest.Id, latest.Version, latest.CreatedAt, now)
            : save.ToRow(await NewVersionIdAsync(save.Definition, versions, cancellation), (latest?.Version ?? 0) + 1, now, now);
        return save.Publish
            ? await PublicationAsync(draft, versions, cancellation)
            : (new(save.DefinitionId, latest is { IsPublished: true } ? [latest with { IsLatest = false }, draft] : [draft], [], null), DefinitionResult.Of(draft));
    }

    private async Task<(DefinitionChange? Change, DefinitionResult Result)> PublicationAsync(
        DefinitionRow row, IReadOnlyList<DefinitionRow> versions, CancellationToken cancellation)
    {
        var published = row with { IsPublished = true, IsLatest = true, UpdatedAt = time.GetUtcNow() };
        var definition = WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(published.Body)).Definition!;
        var errors = lint.Check(definition, sets.Current).Where(finding => finding.IsError).Select(finding => new Problem(finding.Pointer, finding.Code, finding.Message)).ToList();
        if (errors.Count > 0)
        {
            return (null, DefinitionResult.Failed(errors));
        }

        IReadOnlyList<TriggerDescription> triggers;
        try
        {
            triggers = await runtime.DescribeTriggersAsync(preparer.Prepare(definition), cancellation);
        }
        catch (InputEvaluationException exception)
        {
            return (null, DefinitionResult.Failed(new Problem("/root", "trigger_not_evaluated", $"A trigger cannot be registered: {exception.Message}")));
        }
        catch (ValueConversionException exception)
        {
            return (null, DefinitionResult.Failed(new Problem("/variables", "wrong_default", $"The default value of a variable is not of its type: {exception.Message}")));
        }

        if (TakenRoutes(row.DefinitionId, triggers) is { Count: > 0 } taken)
        {
            return (null, DefinitionResult.Failed(taken));
        }

        var others = versions.Where(version => version.Id != row.Id && (version.IsPublished || version.IsLatest))
            .Select(version => version with { IsPublished = false, IsLatest = false });
        return (
            new(row.DefinitionId, [.. others, published], [], [.. triggers.Select(trigger => new TriggerRow(
                $"{published.Id}:{trigger.ActivityNodeId}:{trigger.Hash[..12]}",
                published.DefinitionId,
                published.Id,
                trigger.ActivityId,
                trigger.StimulusName,
                trigger.Hash,
                trigger.Payload?.ToJsonString()) { Schedule = trigger.Schedule })]),
            DefinitionResult.Of(published));
    }

    // As in Elsa 3.8: what is left of a definition that is gone could neither go on nor be shown.
    private async Task DeleteInstancesAsync(string definitionId, CancellationToken cancellation)
    {
        const int atOnce = 500;
        IReadOnlyList<InstanceRow> rows;
        do
        {
            (rows, _) = await instances.ListAsync(new() { DefinitionIds = [definitionId] }, 0, atOnce, cancellation);
            if (rows.Count > 0)
            {
                await instances.DeleteAsync([.. rows.Select(row => row.Id)], cancellation);
            }
        }
        while (rows.Count == atOnce);
    }

    // Elsa 3.8 refuses the second workflow at a route: neither could be reached any more.
    private List<Problem> TakenRoutes(string definitionId, IReadOnlyList<TriggerDescription> triggers) =>
    [
        .. from trigger in triggers
           where trigger.StimulusName == HttpStimulus.Name && sets.Current.Triggers.Find(trigger.Hash).Any(other => other.DefinitionId != definitionId)
           let route = HttpRoute.Read(trigger.Payload)
           select new Problem("/root", "route_taken", $"The {route.Template} path and {route.Method} method are already in use by another workflow!"),
    ];

    private async Task<DefinitionResult> ChangeAsync(
        string definitionId,
        Func<IReadOnlyList<DefinitionRow>, Task<(DefinitionChange? Change, DefinitionResult Result)>> decide,
        Func<DefinitionRow, AuditEntry?>? audit,
        CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var versions = await store.VersionsAsync(definitionId, cancellation);
            var (change, result) = await decide(versions);
            if (change is null)
            {
                return result;
            }

            if (await store.ApplyAsync(change with { Seen = versions, Audit = result.Row is { } row ? audit?.Invoke(row) : null }, cancellation))
            {
                cache.Clear();
                await sets.RefreshAsync(cancellation);
                wakeUp.Signal(WakeUpChannel.Content);
                return result;
            }
        }

        throw UseCaseException.Conflict("The workflow is being changed by others again and again. Try once more.");
    }

    private static Task<(DefinitionChange? Change, DefinitionResult Result)> Decided(DefinitionChange? change, DefinitionResult result) => Task.FromResult((change, result));

    // An import may bring the version's id along; it is taken when it is free.
    private async Task<string> NewVersionIdAsync(WorkflowDefinition definition, IReadOnlyList<DefinitionRow> versions, CancellationToken cancellation) =>
        definition.Id.Length > 0 && versions.Count == 0 && await store.FindVersionAsync(definition.Id, cancellation) is null ? definition.Id : ids.NewId();
}
