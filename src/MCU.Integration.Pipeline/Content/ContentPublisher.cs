using System.Text;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Pipeline.Workflows.Lint;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Publishes files as an active set: validated as a whole, switched atomically; nothing goes live while one file is bad.</summary>
public sealed class ContentPublisher(
    IContentStore store,
    ContentCompiler compiler,
    WorkflowImport workflows,
    WorkflowFileCheck check,
    ActiveSets sets,
    AuditTrail audit,
    IWakeUp wakeUp,
    TimeProvider time)
{
    private const int MaxTries = 5;

    /// <summary>When this node was last asked to publish, and what came of it; null when it was not since its start.</summary>
    public (DateTimeOffset At, ContentPublication Result)? Last { get; private set; }

    /// <summary>What publishing these files would change.</summary>
    public async Task<ContentDifference> CompareAsync(IReadOnlyList<ContentFile> files, CancellationToken cancellation)
    {
        var active = await store.LoadAsync(await store.ActiveSetIdAsync(cancellation), cancellation);
        return Compare(active, files);
    }

    /// <summary>Publishes the files as the whole content of the hub; content that no file holds any more is retired.</summary>
    /// <returns>The issues; with an error among them nothing was published.</returns>
    public async Task<ContentPublication> PublishAsync(IReadOnlyList<ContentFile> files, Actor actor, string? comment, CancellationToken cancellation)
    {
        actor.Demand(Right.EditContent);
        var result = await TryPublishAsync(files, actor, comment, cancellation);
        Last = (time.GetUtcNow(), result);
        return result;
    }

    private async Task<ContentPublication> TryPublishAsync(IReadOnlyList<ContentFile> files, Actor actor, string? comment, CancellationToken cancellation)
    {
        var compiled = compiler.Compile(files);
        var issues = compiled.Issues.Concat(check.Check(files, compiled)).ToList();
        if (issues.Any(issue => issue.IsError))
        {
            return new(sets.Current.Id, ContentDifference.None, issues);
        }

        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var basedOn = await store.ActiveSetIdAsync(cancellation);
            var difference = Compare(await store.LoadAsync(basedOn, cancellation), files);
            if (difference.IsEmpty || await SwitchAsync(basedOn, difference, files, actor, comment, cancellation))
            {
                // A workflow is checked against the content that it will run with.
                await sets.RefreshAsync(cancellation);
                await workflows.ImportAsync(files, actor, cancellation);
                wakeUp.Signal(WakeUpChannel.Content);
                return new(sets.Current.Id, difference, issues);
            }
        }

        throw new ContentException("The content is being published by someone else all the time; try again.");
    }

    private async Task<bool> SwitchAsync(long basedOn, ContentDifference difference, IReadOnlyList<ContentFile> files, Actor actor, string? comment, CancellationToken cancellation)
    {
        var changed = difference.Changed.ToHashSet();
        var changes = files.Where(file => changed.Contains((file.Kind, file.Key)))
            .Select(file => new NewContent(file.Kind, file.Key, file.Hash, ContentOrigin.File, file.Path, Encoding.UTF8.GetString(file.Body)))
            .ToList();
        var now = time.GetUtcNow();
        var entry = audit.Entry(actor, "content.publish", $"active-set:{basedOn + 1}", $"{changes.Count} changed, {difference.Removed.Count} removed");
        return await store.PublishAsync(basedOn, changes, difference.Removed, actor.Name, comment, now, cancellation, entry) is not null;
    }

    private static ContentDifference Compare(IReadOnlyList<ContentItem> active, IReadOnlyList<ContentFile> files)
    {
        var known = active.ToDictionary(item => (item.Kind, item.Key), item => item.Hash);
        var wanted = files.Where(file => file.Kind != ContentKind.Workflow).ToList();
        var present = wanted.Select(file => (file.Kind, file.Key)).ToHashSet();
        return new(
            [.. wanted.Where(file => known.GetValueOrDefault((file.Kind, file.Key)) != file.Hash).Select(file => (file.Kind, file.Key))],
            [.. known.Keys.Where(key => !present.Contains(key))]);
    }
}
