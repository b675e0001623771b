using System.Globalization;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Scheduling;

/// <summary>Starts a workflow again and again, or waits once for its interval.</summary>
[Activity("Elsa", "Scheduling", Kind = ActivityKind.Trigger, Description = "Trigger workflow execution at a specific interval.")]
public sealed class Timer : Activity
{
    /// <summary>The distance of two starts, or the length of the wait.</summary>
    [Input(UIHint = "singleline", DefaultValue = "00:01:00", Description = "The interval at which the timer should execute.")]
    public Input<TimeSpan> Interval { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.TryTakeTrigger(out _))
        {
            return context.CompleteAsync();
        }

        var resumeAt = context.Time.GetUtcNow() + context.Get(Interval);
        context.CreateBookmark(new Stimulus(Node.TypeName, new JsonObject { ["resumeAt"] = resumeAt }), resumeAt);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected internal override IEnumerable<Stimulus> GetTriggers(ActivityExecutionContext context)
    {
        var interval = context.Get(Interval);
        var startAt = context.Time.GetUtcNow() + interval;
        var payload = new JsonObject { ["startAt"] = startAt, ["interval"] = interval.ToString("c", CultureInfo.InvariantCulture) };
        yield return new Stimulus(Node.TypeName, payload, new TriggerSchedule(startAt, interval));
    }
}
