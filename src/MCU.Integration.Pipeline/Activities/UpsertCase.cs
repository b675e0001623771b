using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Opens a case for a new submission, or brings a known one up to date with a newer revision.</summary>
[Activity("Mcu", Category, DisplayName = "Завести обращение", Description = "Создаёт обращение по новому сообщению, по одному на каждый его вопрос, или обновляет известные", Outcomes = [Created, Updated, Unchanged, Refused])]
public sealed class UpsertCase : HubActivity
{
    private const string Created = "Created";
    private const string Updated = "Updated";
    private const string Unchanged = "Unchanged";
    private const string Refused = "Refused";

    [Output(DisplayName = "Обращение", Description = "Идентификатор обращения")]
    public Output<string> CaseId { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var canonical = await scope.CanonicalAsync(context.CancellationToken);
        if (canonical is not { } document || CanonicalSubmission.Read(document) is not { } submission)
        {
            context.SetJournalData("Reason", "not_a_submission");
            await context.CompleteAsync(Refused);
            return;
        }

        var outcome = await new SubmissionIntake(scope, context).UpsertAsync(submission);
        SetCase(context, outcome.CaseIds[0]);
        context.Set(CaseId, outcome.CaseIds[0].ToString());
        if (scope.Message is { } message)
        {
            scope.Changes.MessageCases.AddRange(outcome.CaseIds.Select(id => new MessageCase(message.Row.Id, id)));
        }

        await context.CompleteAsync(outcome.IsNew ? Created : outcome.IsChanged ? Updated : Unchanged);
    }
}
