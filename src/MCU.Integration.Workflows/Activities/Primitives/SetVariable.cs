using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Assigns a variable, found by its id.</summary>
[Activity("Elsa", "Primitives", Description = "Assign a value to a workflow variable.")]
public sealed class SetVariable : CodeActivity
{
    /// <summary>The variable: <c>{id, name, typeName}</c>.</summary>
    [Input(UIHint = "variable-picker", Description = "The variable to assign the value to.")]
    public JsonObject? Variable { get; set; }

    /// <summary>The value, converted to the variable's type.</summary>
    [Input(UIHint = "singleline", Description = "The value to assign.")]
    public Input<JsonNode?> Value { get; set; } = null!;

    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        var id = Variable?["id"].AsString() ?? throw new InvalidOperationException("No variable is chosen.");

        if (!context.TrySetVariableById(id, context.Get(Value)))
        {
            throw new InvalidOperationException($"Variable '{id}' not found.");
        }

        return ValueTask.CompletedTask;
    }
}
