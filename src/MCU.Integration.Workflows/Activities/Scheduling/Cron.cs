using System.Text.Json.Nodes;
using Cronos;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Scheduling;

/// <summary>Starts a workflow by a rule of the calendar, or waits for its next time. Times are UTC.</summary>
[Activity("Elsa", "Scheduling", Kind = ActivityKind.Trigger, Description = "Trigger workflow execution at a specific interval using a CRON expression.")]
public sealed class Cron : Activity
{
    /// <summary>The rule: six fields, seconds first.</summary>
    [Input(UIHint = "singleline", DisplayName = "Cron Expression", Description = "The CRON expression at which the timer should execute.")]
    public Input<string> CronExpression { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.TryTakeTrigger(out _))
        {
            return context.CompleteAsync();
        }

        var expression = context.Get(CronExpression) ?? "";
        var executeAt = NextAfter(expression, context.Time.GetUtcNow())
            ?? throw new InvalidOperationException($"The cron expression '{expression}' never comes.");
        var payload = new JsonObject { ["executeAt"] = executeAt, ["cronExpression"] = expression };
        context.CreateBookmark(new Stimulus(Node.TypeName, payload), executeAt);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected internal override IEnumerable<Stimulus> GetTriggers(ActivityExecutionContext context)
    {
        var expression = context.Get(CronExpression) ?? "";

        if (NextAfter(expression, context.Time.GetUtcNow()) is { } first)
        {
            yield return new Stimulus(
                Node.TypeName, new JsonObject { ["cronExpression"] = expression }, new TriggerSchedule(first, CronExpression: expression));
        }
    }

    /// <summary>The next time after a moment; <see langword="null"/> if there is none.</summary>
    /// <exception cref="CronFormatException">The expression is malformed.</exception>
    public static DateTimeOffset? NextAfter(string expression, DateTimeOffset moment) =>
        Cronos.CronExpression.Parse(expression, CronFormat.IncludeSeconds).GetNextOccurrence(moment, TimeZoneInfo.Utc);
}
