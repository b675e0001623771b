using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Judges a reported status by the link policy and carries it into the case.</summary>
internal sealed class StatusIntake(BurstScope scope, ActivityExecutionContext context)
{
    public async Task<StatusOutcome> ApplyAsync(CanonicalStatus update)
    {
        var source = update.Source;
        var link = await scope.LinkAsync(source.Adapter, source.RecordType, source.ExternalId, context.CancellationToken);
        if (link is null)
        {
            return UnknownRecord();
        }

        var unit = await scope.CaseAsync(link.Current.CaseId, context.CancellationToken);
        var stamp = scope.Stamp(context, source.OccurredAt, new(CaseActorKind.Adapter, source.Adapter));
        var incoming = new IncomingStatus
        {
            Status = update.Report?.Status,
            ExternalStatus = update.Word,
            Revision = source.Revision,
            SourceTime = source.OccurredAt,
            OriginId = source.OriginId,
            ContentHash = update.Report?.ContentHash(),
            ArrivedAt = scope.Now,
        };
        var policy = scope.Set.Adapters.TryGet(source.Adapter, out var adapter) ? adapter.LinkPolicy : LinkPolicy.Default;
        var decision = policy.Evaluate(WithOwnOrigin(link.Current, incoming), incoming);
        link.Become(link.Current.AfterDeciding(incoming, decision));
        if (!decision.Applies)
        {
            unit.Apply(CaseCommands.RecordDropped(unit.Known, source.Adapter, incoming, decision), stamp, scope.Ids);
            return new(unit.Id, decision.Verdict == LinkVerdict.Hold ? ApplyStatus.Held : ApplyStatus.Dropped, EnumWord.Of(decision.Reason));
        }

        return await CarryAsync(update, unit, stamp, incoming, decision);
    }

    private async Task<StatusOutcome> CarryAsync(CanonicalStatus update, CaseUnit unit, CaseStamp stamp, IncomingStatus incoming, LinkDecision decision)
    {
        if (update.RegistrationNumber is { } number)
        {
            unit.Apply(CaseCommands.Register(unit.Known, number, update.RegisteredAt ?? update.Source.OccurredAt ?? scope.Now), stamp, scope.Ids);
        }

        var before = unit.Known;
        var decided = update.Report is { } report ? CaseCommands.Report(unit.Known, report) : CaseDecision.Nothing;
        if (decided.Refusal is { } refusal)
        {
            unit.Apply(CaseCommands.RecordRefused(unit.Known, update.Source.Adapter, incoming, refusal), stamp, scope.Ids);
            return new(unit.Id, ApplyStatus.Dropped, EnumWord.Of(refusal.Code));
        }

        unit.Apply(decided, stamp, scope.Ids);
        CaseTerms.Refresh(scope, unit, stamp);
        var files = await scope.AddCaseFilesAsync(unit, update.Source.Adapter, update.Attachments, context.CancellationToken);
        scope.PassedOn = new(unit.Id, update, files);
        Tell(before, unit);
        return new(unit.Id, ApplyStatus.Applied, EnumWord.Of(decision.Reason));
    }

    private void Tell(Case before, CaseUnit unit)
    {
        if (unit.Known.ReopenRound > before.ReopenRound)
        {
            scope.Raise(CaseMoments.Reopened, unit);
        }

        if (StatusReport.Of(before) != StatusReport.Of(unit.Known))
        {
            scope.Raise(CaseMoments.StatusChanged, unit);
            scope.RaiseStatus(unit);
        }
    }

    // The echo of a delivery may come in before the sender has recorded what it sent: an origin that names this case is ours all the same.
    private static Link WithOwnOrigin(Link link, IncomingStatus incoming) =>
        incoming.OriginId is { } origin && CaseView.IsOriginOf(link.CaseId, origin)
            ? link with { Sent = [new SentMark(StatusWord.Received, null, origin, "", null, incoming.ArrivedAt), .. link.Sent] }
            : link;

    // The record may just be on its way: the answer to its creation and its first status race each other.
    private StatusOutcome UnknownRecord()
    {
        var waited = scope.Item is { } item ? scope.Now - item.Item.CreatedAt : TimeSpan.MaxValue;
        if (waited < scope.Services.Options.Value.UnknownRecordPatience)
        {
            throw new PostponeException("unknown_record", Delay(waited));
        }

        return new(null, ApplyStatus.UnknownRecord, "unknown_record");
    }

    // The longer it has waited, the less one more moment matters.
    private static TimeSpan Delay(TimeSpan waited) => TimeSpan.FromMilliseconds(Math.Clamp(waited.TotalMilliseconds / 2, 100, 30_000));
}
