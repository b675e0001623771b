using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Sets the instance's correlation id.</summary>
[Activity("Elsa", "Primitives", Description = "Set the CorrelationId of the workflow to a given value.")]
public sealed class Correlate : CodeActivity
{
    /// <summary>The correlation id.</summary>
    [Input(UIHint = "singleline", DisplayName = "Correlation Id", Description = "An expression that evaluates to the value to store as the correlation id.")]
    public Input<string?> CorrelationId { get; set; } = null!;

    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        context.CorrelationId = context.Get(CorrelationId);
        return ValueTask.CompletedTask;
    }
}
