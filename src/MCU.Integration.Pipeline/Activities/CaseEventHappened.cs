using System.Text.Json.Nodes;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Activities;

/// <summary>Starts a workflow for a case when something happened to it.</summary>
[Activity("Mcu", Category, Name = "CaseEvent", DisplayName = "Событие обращения", Description = "Запускает процесс, когда с обращением что-то произошло", Kind = ActivityKind.Trigger)]
public sealed class CaseEventHappened : HubActivity
{
    public const string StimulusName = "Mcu.CaseEvent";

    [Picker(PickerKind.CaseMoment)]
    [Input(DisplayName = "Событие", Order = 1)]
    public Input<string> Event { get; private set; } = null!;

    [Output(DisplayName = "Обращение")]
    public Output<string> CaseId { get; private set; } = null!;

    public static string HashOf(string moment) => StimulusHash.Compute(StimulusName, PayloadOf(moment));

    protected override IEnumerable<Stimulus> GetTriggers(ActivityExecutionContext context) => [StimulusOf(context)];

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (!context.TryTakeTrigger(out _))
        {
            context.CreateBookmark(StimulusOf(context));
            return ValueTask.CompletedTask;
        }

        return CompleteAsync(context);
    }

    protected override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption) => CompleteAsync(context);

    private ValueTask CompleteAsync(ActivityExecutionContext context)
    {
        if (EntityId.TryParse<CaseId>(context.CorrelationId, out var id))
        {
            ScopeOf(context).CurrentCase = id;
            context.Set(CaseId, id.ToString());
        }

        return context.CompleteAsync();
    }

    private Stimulus StimulusOf(ActivityExecutionContext context) => new(StimulusName, PayloadOf(context.Get(Event) ?? ""));

    private static JsonObject PayloadOf(string moment) => new() { ["event"] = moment };
}
