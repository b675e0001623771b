using System.Text.Json;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>Turns the outcome of an attempt into what is written about it.</summary>
/// <param name="random">Jitter; seeded in tests.</param>
public sealed class AttemptJudge(UuidV7Source ids, Random random)
{
    // A seeded Random is not safe for several threads.
    private readonly Lock _randomLock = new();

    public DeliveryResult Judge(LeasedDelivery delivery, AdapterDescription adapter, DeliveryOutcome outcome, DateTimeOffset startedAt, DateTimeOffset now)
    {
        var row = delivery.Row;
        var last = outcome.Last;
        var state = StateAfter(adapter.DeliveryPolicy, row, outcome);
        var attempt = new AttemptRecord(row.Attempts, startedAt, now, outcome.Step, EnumWord.Of(last.Kind), last.HttpStatus, last.Error);
        return new(delivery.Lease, state, attempt, now)
        {
            RetryAt = state == DeliveryState.Waiting ? now + DelayAfter(adapter.DeliveryPolicy, row, last) : null,
            ReasonCode = ReasonOf(state, last),
            Detail = state == DeliveryState.Delivered ? null : last.Error,
            Released = state == DeliveryState.Dead && adapter.LinkPolicy.OnDead == OnDead.Release,
            NotAttempted = last.Kind == StepOutcomeKind.NotTried && !outcome.HadEffect,
            Steps = last.Kind == StepOutcomeKind.Done && outcome.Step.Length > 0 ? [new(outcome.Step, last.Result, now)] : [],
            Link = state == DeliveryState.Delivered ? LinkOf(row, adapter, outcome) : null,
            Outcome = StimulusOf(row, state, outcome),
            Recovery = state == DeliveryState.Delivered && row is { HasFailed: true, CaseId: { } caseId } ? RecoveryOf(row, caseId, outcome, now) : null,
        };
    }

    private static DeliveryState StateAfter(DeliveryPolicy policy, DeliveryRow row, DeliveryOutcome outcome) => outcome.Last.Kind switch
    {
        StepOutcomeKind.Done => DeliveryState.Delivered,
        StepOutcomeKind.Refused => DeliveryState.Refused,
        StepOutcomeKind.NotTried => DeliveryState.Waiting,
        StepOutcomeKind.Unknown when outcome.NeedsDecision => DeliveryState.Held,

        // Attempts are never reset: a replay grants another round of them.
        _ => row.Attempts % policy.MaxAttempts == 0 ? DeliveryState.Dead : DeliveryState.Waiting,
    };

    private static string? ReasonOf(DeliveryState state, StepOutcome last) => state switch
    {
        DeliveryState.Delivered => null,
        DeliveryState.Dead => "attempts_exhausted",
        DeliveryState.Held => "outcome_unknown",

        // The first word is the code; what follows belongs into the detail.
        _ => last.Error?.Split(' ', 2)[0],
    };

    private static Stimulus? StimulusOf(DeliveryRow row, DeliveryState state, DeliveryOutcome outcome)
    {
        var word = state switch
        {
            DeliveryState.Delivered => "Delivered",
            DeliveryState.Refused => "Rejected",
            DeliveryState.Dead => "Failed",
            _ => null,
        };
        if (row.OutcomeHash is not { } hash || word is null)
        {
            return null;
        }

        var input = JsonSerializer.Serialize(new { deliveryId = row.Id.ToString(), outcome = word, externalId = outcome.ExternalId });
        // The hash is the delivery's own: whoever waits for it is meant, not only the one who sent it.
        return new(SendToAdapter.StimulusName, hash, StimulusInput.Plain(input));
    }

    private NewWorkItem RecoveryOf(DeliveryRow row, CaseId caseId, DeliveryOutcome outcome, DateTimeOffset now) =>
        new(ids.Next<WorkItemId>(), WorkKind.ReportRecovery, $"case:{caseId}", now, now)
        {
            CorrelationId = caseId.ToString(),
            Input = JsonSerializer.Serialize(new DeliveryRecovery(row.Id.ToString(), row.Adapter, row.Operation, outcome.ExternalId), JsonSerializerOptions.Web),
        };

    private TimeSpan DelayAfter(DeliveryPolicy policy, DeliveryRow row, StepOutcome last)
    {
        // The system did not get to see it: no reason to back off further than until it can be tried at all.
        if (last.Kind == StepOutcomeKind.NotTried)
        {
            return last.RetryAfter ?? policy.FirstDelay;
        }

        lock (_randomLock)
        {
            return DeliveryBackoff.After(policy, ((row.Attempts - 1) % policy.MaxAttempts) + 1, last.RetryAfter, random);
        }
    }

    private LinkMade? LinkOf(DeliveryRow row, AdapterDescription adapter, DeliveryOutcome outcome)
    {
        if (row.CaseId is not { } caseId || outcome.ExternalId is not { } externalId || !adapter.Operations.TryGetValue(row.Operation, out var operation))
        {
            return null;
        }

        var mark = row.Mark is { } sent ? sent with { Revision = outcome.Revision ?? sent.Revision } : null;
        return new(ids.Next<LinkId>(), caseId, row.Adapter, operation.RecordType, externalId, mark);
    }
}
