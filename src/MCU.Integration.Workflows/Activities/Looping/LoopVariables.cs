using System.Text.Json.Nodes;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Looping;

/// <summary>The variables that a round over a list sees.</summary>
internal static class LoopVariables
{
    public static VariableState[] Of(JsonNode? item, int index) =>
    [
        new("CurrentValue", item.Detached(), "CurrentValue", "Object"),
        new("CurrentIndex", JsonValue.Create(index), "CurrentIndex", "Int32"),
    ];
}
