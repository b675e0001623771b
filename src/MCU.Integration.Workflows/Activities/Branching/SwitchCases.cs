using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Branching;

/// <summary>The cases of a switch with their prepared conditions.</summary>
internal sealed class SwitchCases
{
    private readonly List<(string Label, CompiledExpression Condition, ActivityNode? Activity)> _cases = [];

    public SwitchCases(ActivityNode node, JsonNode? cases)
    {
        foreach (var item in (cases as JsonArray ?? []).OfType<JsonObject>())
        {
            var condition = item["condition"] as JsonObject;
            _cases.Add((
                item["label"].AsString() ?? "",
                node.Languages.Compile(condition?["type"].AsString() ?? "Literal", condition?["value"], typeof(bool)),
                node.ChildOf(item["activity"])));
        }
    }

    /// <summary>The cases whose conditions hold.</summary>
    public async ValueTask<List<(string Label, ActivityNode? Activity)>> MatchAsync(ActivityExecutionContext context, SwitchMode mode)
    {
        var matches = new List<(string, ActivityNode?)>();

        foreach (var (label, condition, activity) in _cases)
        {
            if (await context.EvaluateAsync<bool>(condition))
            {
                matches.Add((label, activity));

                if (mode == SwitchMode.MatchFirst)
                {
                    break;
                }
            }
        }

        return matches;
    }
}
