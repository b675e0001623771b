using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Branches by the deadline profile that the case runs under, such as the accelerated one.</summary>
[Activity("Mcu", Category, DisplayName = "Проверить профиль срока", Description = "Разветвляет процесс по профилю срока, по которому идёт обращение", Outcomes = [Matches, Differs])]
public sealed class CheckDeadlineProfile : HubActivity
{
    private const string Matches = "Matches";
    private const string Differs = "Differs";

    [Picker(PickerKind.DeadlineProfile)]
    [Input(DisplayName = "Профиль срока", Order = 1)]
    public Input<string> Profile { get; private set; } = null!;

    [Output(DisplayName = "Срок", Description = "Когда истекает срок обращения; пусто, если срока нет")]
    public Output<DateTimeOffset?> DueAt { get; private set; } = null!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var terms = (await CaseOfAsync(context)).Known.Deadlines;
        context.Set(DueAt, terms?.Governing?.DueAt);
        await context.CompleteAsync(terms?.Profile == context.Get(Profile) ? Matches : Differs);
    }
}
