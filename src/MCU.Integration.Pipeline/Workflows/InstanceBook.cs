using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>Between the runtime's results and the rows that store them.</summary>
public sealed class InstanceBook(ISealer sealer, WorkflowStateSerializer serializer)
{
    private static readonly JsonSerializerOptions PageJson = new(JsonSerializerDefaults.Web);

    /// <summary>The write of a burst's result.</summary>
    /// <param name="before">The row that was read; null for a new instance.</param>
    /// <param name="gate">What a new instance must pass.</param>
    /// <param name="snapshot">The draft that a new instance was started on (<see cref="WorkflowCache.ToStartAsync"/>).</param>
    public InstanceWrite ToWrite(BurstResult result, InstanceRow? before, ActivationGate? gate, DefinitionSnapshot? snapshot = null)
    {
        var state = result.State;
        var row = new InstanceRow(
            state.InstanceId,
            state.DefinitionId,
            state.DefinitionVersionId,
            state.DefinitionVersion,
            state.Status.ToString(),
            state.SubStatus.ToString(),
            (before?.RowVersion ?? 0) + 1,
            state.CreatedAt,
            state.UpdatedAt)
        {
            Name = state.Name,
            CorrelationId = state.CorrelationId,
            ParentInstanceId = state.ParentInstanceId,
            IncidentCount = state.Incidents.Count,
            FinishedAt = state.FinishedAt,
            SnapshotHash = before is null ? snapshot?.Hash : before.SnapshotHash,
        };
        return new(
            row,
            before?.RowVersion ?? 0,
            sealer.Seal(SealedPlace.State(state.InstanceId), serializer.Serialize(state)),
            [.. result.Created.Select(bookmark => RowOf(state, bookmark))],
            result.RemovedBookmarkIds,
            PageOf(result))
        {
            Gate = before is null ? gate : null,
            Snapshot = before is null ? snapshot : null,
        };
    }

    public WorkflowState Open((InstanceRow Row, SealedBody State) known) => serializer.Deserialize(sealer.Open(SealedPlace.State(known.Row.Id), known.State));

    /// <summary>What a bookmark carries; null when that is nothing.</summary>
    public JsonNode? PayloadOf(BookmarkRow bookmark) =>
        bookmark.Payload is { } payload ? JsonNode.Parse(sealer.Open(SealedPlace.Payload(bookmark.Id), payload)) : null;

    /// <summary>Journal entries and the newest record of each activity execution, both in order.</summary>
    public (IReadOnlyList<JournalEntry> Entries, IReadOnlyList<ActivityExecution> Executions) Read(IEnumerable<JournalPage> pages)
    {
        List<JournalEntry> entries = [];
        Dictionary<string, ActivityExecution> executions = [];
        foreach (var page in pages)
        {
            var content = JsonSerializer.Deserialize<JournalContent>(sealer.Open(SealedPlace.Journal(page.InstanceId, page.FirstSequence), page.Body), PageJson)!;
            entries.AddRange(content.Entries);
            foreach (var execution in content.Executions)
            {
                executions[execution.Id] = execution;
            }
        }

        return (entries, [.. executions.Values.OrderBy(execution => execution.StartedAt)]);
    }

    /// <summary>Elsa's activation strategy of a definition as a guard; null when it always starts.</summary>
    public static ActivationGate? GateOf(WorkflowDefinition definition, string? correlationId) => definition.Options.Activation switch
    {
        ActivationStrategy.Singleton => new(definition.DefinitionId, null),
        ActivationStrategy.Correlation when correlationId is not null => new(null, correlationId),
        ActivationStrategy.CorrelatedSingleton => new(definition.DefinitionId, correlationId),
        _ => null,
    };

    private BookmarkRow RowOf(WorkflowState state, Bookmark bookmark) => new(
        bookmark.Id,
        state.InstanceId,
        bookmark.StimulusName,
        bookmark.Hash,
        bookmark.ActivityId,
        bookmark.ActivityNodeId,
        bookmark.ActivityInstanceId,
        bookmark.Payload is { } payload ? sealer.Seal(SealedPlace.Payload(bookmark.Id), JsonSerializer.SerializeToUtf8Bytes(payload)) : null,
        bookmark.CorrelationId ?? state.CorrelationId,
        bookmark.CreatedAt,
        bookmark.DueAt)
    {
        HttpTemplate = HttpTemplate.Of(bookmark.StimulusName, bookmark.Payload),
    };

    private JournalPage? PageOf(BurstResult result)
    {
        if (result.Journal.Count == 0 && result.Executions.Count == 0)
        {
            return null;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new JournalContent(result.Journal, result.Executions), PageJson);
        var first = result.Journal.Count > 0 ? result.Journal[0].Sequence : result.State.JournalSequence;
        var instance = result.State.InstanceId;
        return new(instance, first, result.Journal.Count, sealer.Seal(SealedPlace.Journal(instance, first), body));
    }

    private sealed record JournalContent(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<ActivityExecution> Executions);
}
