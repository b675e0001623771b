using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Scheduling;

/// <summary>Starts a workflow at a moment, or waits for it; a moment in the past is over at once.</summary>
[Activity("Elsa", "Scheduling", Kind = ActivityKind.Trigger, DisplayName = "Start at", Description = "Trigger execution at a specific time in the future.")]
public sealed class StartAt : Activity
{
    /// <summary>The moment.</summary>
    [Input(UIHint = "singleline", DisplayName = "Date Time", Description = "The timestamp at which the workflow should execute.")]
    public Input<DateTimeOffset> DateTime { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var executeAt = context.Get(DateTime);

        if (context.TryTakeTrigger(out _) || executeAt <= context.Time.GetUtcNow())
        {
            return context.CompleteAsync();
        }

        context.CreateBookmark(StimulusOf(executeAt), executeAt);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected internal override IEnumerable<Stimulus> GetTriggers(ActivityExecutionContext context)
    {
        var executeAt = context.Get(DateTime);

        if (executeAt > context.Time.GetUtcNow())
        {
            yield return StimulusOf(executeAt) with { Schedule = new TriggerSchedule(executeAt) };
        }
    }

    private Stimulus StimulusOf(DateTimeOffset executeAt) => new(Node.TypeName, new JsonObject { ["executeAt"] = executeAt });
}
