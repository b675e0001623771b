using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>A variable of a run: its declaration and current value.</summary>
internal sealed class VariableSlot(VariableDefinition definition, JsonNode? value, bool isDynamic)
{
    public VariableDefinition Definition { get; } = definition;

    public JsonNode? Value { get; private set; } = value;

    /// <summary>Whether it is declared by a run (a loop's current value) and not in the definition.</summary>
    public bool IsDynamic { get; } = isDynamic;

    public void Set(JsonNode? value) => Value = ValueConverter.Coerce(value, Definition.Type).Detached();
}
