using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Gives the case to a body that the workflow itself decides on; what follows a rule belongs into the auto-rules.</summary>
[Activity("Mcu", Category, DisplayName = "Назначить исполнителя", Description = "Передаёт обращение органу или учреждению по решению процесса", Outcomes = [Applied, Refused])]
public sealed class AssignBody : HubActivity
{
    private const string Applied = "Applied";
    private const string Refused = "Refused";

    [Picker(PickerKind.Organisation)]
    [Input(DisplayName = "Организация", Order = 1)]
    public Input<string> Body { get; private set; } = null!;

    [Input(DisplayName = "Должность", Description = "Ключ должности в справочнике организации; пусто — организация решает сама", Order = 2)]
    public Input<string> Executor { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var scope = ScopeOf(context);
        var unit = await CaseOfAsync(context);
        var key = context.Get(Body) ?? "";
        if (scope.Set.Rules.Content.Directory.Find(key) is not { Active: true })
        {
            throw new Content.ContentException($"The directory has no active body '{key}'.");
        }

        var stamp = scope.Stamp(context);
        var before = unit.Known.Route;
        var decision = CaseCommands.Route(unit.Known, key, context.Get(Executor) is { Length: > 0 } executor ? executor : null);
        unit.Apply(decision, stamp, scope.Ids);
        if (decision.Refusal is { } refusal)
        {
            context.SetJournalData("Reason", EnumWord.Of(refusal.Code));
            await context.CompleteAsync(Refused);
            return;
        }

        CaseTerms.Refresh(scope, unit, stamp);
        if (unit.Known.Route != before)
        {
            scope.Raise(CaseMoments.Routed, unit);
            scope.RaiseStatus(unit);
        }

        await context.CompleteAsync(Applied);
    }
}
