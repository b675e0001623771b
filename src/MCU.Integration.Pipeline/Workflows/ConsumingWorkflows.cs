using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>
/// Workflows that use another one as an activity. Each names the version that it uses; with <c>autoUpdateConsumingWorkflows</c> they are taken along to a new one, as in
/// Elsa 3.8: what was published is published again, a draft stays a draft, and whoever uses those follows. What is refused with the new version stays as it is.
/// </summary>
public sealed class ConsumingWorkflows(IDefinitionStore store, DefinitionBook book)
{
    /// <summary>Latest versions of the definitions that use this one.</summary>
    public async Task<IReadOnlyList<DefinitionRow>> OfAsync(string definitionId, CancellationToken cancellation)
    {
        var (all, _) = await store.ListAsync(new() { Versions = VersionOptions.Latest }, null, null, cancellation);
        return [.. all.Where(row => row.DefinitionId != definitionId && NestedWorkflows.In(JsonNode.Parse(row.Body), definitionId).Any())];
    }

    /// <summary>Takes them along to the version that was just published, when its options say so.</summary>
    /// <param name="audit">Tells the journal of each that is changed, in the same transaction.</param>
    /// <returns>What was changed, one row for each definition.</returns>
    public async Task<IReadOnlyList<DefinitionRow>> UpdateAsync(
        DefinitionRow published, Actor actor, CancellationToken cancellation, Func<DefinitionRow, AuditEntry?>? audit = null)
    {
        Dictionary<string, DefinitionRow> updated = [];
        Queue<DefinitionRow> newer = new(TakesAlong(published) ? [published] : []);
        HashSet<string> done = [published.DefinitionId];
        while (newer.TryDequeue(out var used))
        {
            foreach (var consumer in (await OfAsync(used.DefinitionId, cancellation)).Where(row => row.DefinitionId != published.DefinitionId))
            {
                if (await FollowAsync(consumer, used, actor, audit, cancellation) is not { } row)
                {
                    continue;
                }

                updated[row.DefinitionId] = row;
                if (row.IsPublished && done.Add(row.DefinitionId))
                {
                    newer.Enqueue(row);
                }
            }
        }

        return [.. updated.Values];
    }

    private static bool TakesAlong(DefinitionRow row) =>
        WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(row.Body)).Definition?.Options is { UsableAsActivity: true, AutoUpdateConsumingWorkflows: true };

    private async Task<DefinitionRow?> FollowAsync(
        DefinitionRow consumer, DefinitionRow used, Actor actor, Func<DefinitionRow, AuditEntry?>? audit, CancellationToken cancellation)
    {
        var content = JsonNode.Parse(consumer.Body)!.AsObject();

        // An activity that names no version uses what is published anyway.
        var behind = NestedWorkflows.In(content, used.DefinitionId).Where(activity => activity["workflowDefinitionVersionId"].AsString() is { } version && version != used.Id).ToList();
        if (behind.Count == 0)
        {
            return null;
        }

        foreach (var activity in behind)
        {
            activity["workflowDefinitionVersionId"] = used.Id;
            activity["latestAvailablePublishedVersionId"] = used.Id;
            activity["latestAvailablePublishedVersion"] = used.Version;
            activity["version"] = used.Version;
        }

        EditSession.Of(consumer).Mark(content);
        return (await book.SaveAsync(content, consumer.IsPublished, EnumWord.Of(ContentOrigin.Api), actor, cancellation, audit)).Row;
    }
}
