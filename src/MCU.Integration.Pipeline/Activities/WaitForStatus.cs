using System.Text.Json.Nodes;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Waits until the case reports one of the given statuses. It only wakes up: statuses are written by status sync alone.</summary>
[Activity("Mcu", Category, DisplayName = "Ждать статус", Description = "Ждёт, пока обращение не получит один из статусов", Outcomes = [Reached])]
public sealed class WaitForStatus : HubActivity
{
    public const string StimulusName = "Mcu.CaseStatus";

    private const string Reached = "Reached";

    [Picker(PickerKind.Status)]
    [Input(DisplayName = "Статусы", Description = "Достаточно любого из отмеченных", Order = 1)]
    public Input<string[]> Statuses { get; private set; } = null!;

    [Output(DisplayName = "Статус")]
    public Output<string> Status { get; private set; } = null!;

    public static string HashOf(CaseId caseId) => StimulusHash.Compute(StimulusName, PayloadOf(caseId));

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => WaitOrCompleteAsync(context);

    protected override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption) => WaitOrCompleteAsync(context);

    private async ValueTask WaitOrCompleteAsync(ActivityExecutionContext context)
    {
        var unit = await CaseOfAsync(context);
        var word = EnumWord.Of(StatusReport.Of(unit.Known).Status);
        if ((context.Get(Statuses) ?? []).Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            context.Set(Status, word);
            await context.CompleteAsync(Reached);
            return;
        }

        // The case's version is guarded, so that a status that is committed meanwhile makes this burst run again instead of being missed.
        ScopeOf(context).Guard(unit);
        context.CreateBookmark(new(StimulusName, PayloadOf(unit.Id)));
    }

    private static JsonObject PayloadOf(CaseId caseId) => new() { ["caseId"] = caseId.ToString() };
}
