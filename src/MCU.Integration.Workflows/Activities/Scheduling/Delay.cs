using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Scheduling;

/// <summary>Waits for a while.</summary>
[Activity("Elsa", "Scheduling", Description = "Delay execution for the specified amount of time.")]
public sealed class Delay : Activity
{
    /// <summary>How long; zero suspends, too.</summary>
    [Input(UIHint = "singleline", DisplayName = "Time Span", DefaultValue = "00:01:00", Description = "The amount of time to delay.")]
    public Input<TimeSpan> TimeSpan { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var resumeAt = context.Time.GetUtcNow() + context.Get(TimeSpan);
        context.CreateBookmark(new Stimulus(Node.TypeName, new JsonObject { ["resumeAt"] = resumeAt }), resumeAt);
        return ValueTask.CompletedTask;
    }
}
