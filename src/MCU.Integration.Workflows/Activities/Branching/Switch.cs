using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Branching;

/// <summary>Runs the activities of the cases whose conditions hold.</summary>
[Activity("Elsa", "Branching", DisplayName = "Switch", Description = "Evaluate a set of case conditions and schedule the activity for a matching case.")]
public sealed class Switch : Activity
{
    private const string Pending = "Pending";
    private SwitchCases? _cases;

    /// <summary>The cases: <c>[{label, condition: {type, value}, activity}]</c>.</summary>
    [Input(UIHint = "switch-editor")]
    public JsonNode? Cases { get; set; }

    /// <summary>Which matches count.</summary>
    [Input(UIHint = "dropdown", Description = "The switch mode determines whether the first match should be scheduled, or all matches.")]
    public Input<SwitchMode> Mode { get; set; } = null!;

    /// <summary>What runs if no case matches.</summary>
    [Port]
    public ActivityNode? Default { get; set; }

    /// <inheritdoc />
    protected internal override void Prepare() => _cases = new SwitchCases(Node, Cases);

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var matches = await _cases!.MatchAsync(context, context.Get(Mode));
        var branches = matches.Count == 0 ? [Default] : matches.Select(match => match.Activity).ToList();
        var scheduled = branches.OfType<ActivityNode>().ToList();

        if (scheduled.Count == 0)
        {
            await context.CompleteAsync();
            return;
        }

        context.SetProperty(Pending, scheduled.Count);
        scheduled.ForEach(branch => context.Schedule(branch));
    }

    /// <inheritdoc />
    protected internal override async ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion)
    {
        var pending = (context.GetProperty(Pending).AsInteger() ?? 1) - 1;
        context.SetProperty(Pending, pending);

        if (pending <= 0)
        {
            await context.CompleteAsync();
        }
    }
}
