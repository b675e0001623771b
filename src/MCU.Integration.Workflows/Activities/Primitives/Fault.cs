using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Fails on purpose.</summary>
[Activity("Elsa", "Primitives", Description = "Faults the workflow.")]
public sealed class Fault : Activity
{
    /// <summary>A code for programs.</summary>
    [Input(UIHint = "singleline", Description = "Code to categorize the fault.")]
    public Input<string?> Code { get; set; } = null!;

    /// <summary>A group.</summary>
    [Input(UIHint = "singleline", Description = "Category to categorize the fault.")]
    public Input<string?> Category { get; set; } = null!;

    /// <summary>A kind.</summary>
    [Input(UIHint = "singleline", DisplayName = "Type", Description = "The type of fault, e.g. Business or System.")]
    public Input<string?> FaultType { get; set; } = null!;

    /// <summary>The message for people.</summary>
    [Input(UIHint = "singleline", Description = "The message to include with the fault.")]
    public Input<string?> Message { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => throw new FaultException(
        context.Get(Code) ?? "0", context.Get(Category) ?? "General", context.Get(FaultType) ?? "System", context.Get(Message));
}
