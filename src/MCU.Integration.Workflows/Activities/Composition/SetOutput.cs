using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Composition;

/// <summary>Writes an output of the workflow around it.</summary>
[Activity("Elsa", "Composition", Description = "Sets an output of the workflow.")]
public sealed class SetOutput : CodeActivity
{
    /// <summary>The output's name; it need not be declared.</summary>
    [Input(UIHint = "output-picker", DisplayName = "Output", Description = "The output to assign.")]
    public Input<string?> OutputName { get; set; } = null!;

    /// <summary>The value.</summary>
    [Input(UIHint = "singleline", DisplayName = "Output Value", Description = "The value to assign.")]
    public Input<JsonNode?> OutputValue { get; set; } = null!;

    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        context.SetWorkflowOutput(context.Get(OutputName) ?? "", context.Get(OutputValue));
        return ValueTask.CompletedTask;
    }
}
