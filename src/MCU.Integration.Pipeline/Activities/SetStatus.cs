using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Sets a status that the workflow itself decides on, such as the end of a case that needs no outside system.</summary>
[Activity("Mcu", Category, DisplayName = "Установить статус", Description = "Меняет статус обращения по решению процесса", Outcomes = [Applied, Refused])]
public sealed class SetStatus : HubActivity
{
    private const string Applied = "Applied";
    private const string Refused = "Refused";

    [Picker(PickerKind.Status)]
    [Input(DisplayName = "Статус", Order = 1)]
    public Input<string> Status { get; private set; } = null!;

    [Picker(PickerKind.Outcome, IsOptional = true)]
    [Input(DisplayName = "Итог", Order = 2)]
    public Input<string> Outcome { get; private set; } = null!;

    [Input(DisplayName = "Причина", Order = 3)]
    public Input<string> Reason { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var unit = await CaseOfAsync(context);
        if (!EnumWord.TryParse<StatusWord>(context.Get(Status), out var word))
        {
            throw new Content.ContentException($"'{context.Get(Status)}' is no status of a case.");
        }

        var report = new StatusReport
        {
            Status = word,
            Outcome = EnumWord.TryParse<CaseOutcome>(context.Get(Outcome), out var outcome) ? outcome : null,
            Reason = context.Get(Reason),
        };
        var stamp = scope.Stamp(context);
        var decision = CaseCommands.Report(unit.Known, report);
        unit.Apply(decision, stamp, scope.Ids);
        if (decision.Refusal is { } refusal)
        {
            context.SetJournalData("Reason", EnumWord.Of(refusal.Code));
            await context.CompleteAsync(Refused);
            return;
        }

        CaseTerms.Refresh(scope, unit, stamp);
        scope.Raise(CaseMoments.StatusChanged, unit);
        scope.RaiseStatus(unit);
        await context.CompleteAsync(Applied);
    }
}
