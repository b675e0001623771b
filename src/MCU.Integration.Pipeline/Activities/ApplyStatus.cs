using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Applies the status that the current message reports, by the adapter's link policy. The only place where outside statuses are written.</summary>
[Activity("Mcu", Category, DisplayName = "Принять статус", Description = "Переносит статус из сообщения в обращение по правилам связи", Outcomes = [Applied, Dropped, Held, UnknownRecord])]
public sealed class ApplyStatus : HubActivity
{
    internal const string Applied = "Applied";
    internal const string Dropped = "Dropped";
    internal const string Held = "Held";
    internal const string UnknownRecord = "UnknownRecord";

    [Output(DisplayName = "Обращение")]
    public Output<string> CaseId { get; private set; } = null!;

    [Output(DisplayName = "Причина", Description = "Почему статус принят, отброшен или отложен")]
    public Output<string> Reason { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var canonical = await scope.CanonicalAsync(context.CancellationToken);
        var update = canonical is { } document ? CanonicalStatus.Read(document, scope.Set.Rules.Zone) : null;
        if (update is null)
        {
            throw new Content.ContentException("The message was not mapped to a hub.status document.");
        }

        var outcome = await new StatusIntake(scope, context).ApplyAsync(update);
        if (outcome.CaseId is { } caseId)
        {
            SetCase(context, caseId);
            context.Set(CaseId, caseId.ToString());
            if (scope.Message is { } message)
            {
                scope.Changes.MessageCases.Add(new(message.Row.Id, caseId));
            }
        }

        context.Set(Reason, outcome.Reason);
        context.SetJournalData("Reason", outcome.Reason);
        await context.CompleteAsync(outcome.Verdict);
    }
}
