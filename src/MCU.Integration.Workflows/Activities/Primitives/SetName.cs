using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Names the instance.</summary>
[Activity("Elsa", "Primitives", Description = "Set the name of the workflow instance to a specified value.")]
public sealed class SetName : CodeActivity
{
    /// <summary>The name.</summary>
    [Input(UIHint = "singleline", Description = "The value to set as the workflow instance's name.")]
    public Input<string?> Value { get; set; } = null!;

    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        context.InstanceName = context.Get(Value);
        return ValueTask.CompletedTask;
    }
}
