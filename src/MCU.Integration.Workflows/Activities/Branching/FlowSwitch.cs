using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Branching;

/// <summary>Leads a flowchart to the ways whose conditions hold.</summary>
[Activity("Elsa", "Branching", DisplayName = "Switch (flow)", Description = "Evaluate a set of case conditions and schedule the activity for a matching case.", Outcomes = [Activities.Outcomes.Default])]
public sealed class FlowSwitch : Activity
{
    private SwitchCases? _cases;

    /// <summary>The cases: <c>[{label, condition: {type, value}}]</c>; the labels are the outcomes.</summary>
    [Input(UIHint = "flow-switch-editor")]
    public JsonNode? Cases { get; set; }

    /// <summary>Which matches count.</summary>
    [Input(UIHint = "dropdown", Description = "The switch mode determines whether the first match should be scheduled, or all matches.")]
    public Input<SwitchMode> Mode { get; set; } = null!;

    /// <inheritdoc />
    protected internal override void Prepare() => _cases = new SwitchCases(Node, Cases);

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var matches = await _cases!.MatchAsync(context, context.Get(Mode));
        await context.CompleteAsync(matches.Count == 0 ? [Outcomes.Default] : [.. matches.Select(match => match.Label)]);
    }
}
