using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Looping;

/// <summary>Counts, and runs an activity for each number.</summary>
[Activity("Elsa", "Looping", Description = "Iterate over a sequence of steps between a start and an end number.")]
public sealed class For : Loop
{
    private const string NextValue = "NextValue";

    /// <summary>The first number.</summary>
    [Input(UIHint = "singleline", DefaultValue = 0, Description = "The value to start at.")]
    public Input<int> Start { get; set; } = null!;

    /// <summary>The bound.</summary>
    [Input(UIHint = "singleline", DefaultValue = 0, Description = "The value to end at.")]
    public Input<int> End { get; set; } = null!;

    /// <summary>The distance; negative counts down.</summary>
    [Input(UIHint = "singleline", DefaultValue = 1, Description = "The step size.")]
    public Input<int> Step { get; set; } = null!;

    /// <summary>Whether the bound itself belongs to it.</summary>
    [Input(UIHint = "checkbox", DefaultValue = true, Description = "Controls whether the end value is upper/lowerbound inclusive or exclusive.")]
    public Input<bool> OuterBoundInclusive { get; set; } = null!;

    /// <summary>What is repeated; it sees the variable CurrentValue.</summary>
    [Port]
    public ActivityNode? Body { get; set; }

    /// <summary>The current number.</summary>
    [Output(TypeName = "Object")]
    public Output<int> CurrentValue { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => NextAsync(context);

    /// <inheritdoc />
    protected internal override ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion) =>
        Breaking.IsSet(context) ? context.CompleteAsync() : NextAsync(context);

    private ValueTask NextAsync(ActivityExecutionContext context)
    {
        var step = context.Get(Step);
        var end = context.Get(End);
        var current = (int)(context.GetProperty(NextValue).AsInteger() ?? context.Get(Start));
        var isInclusive = context.Get(OuterBoundInclusive);
        var goesOn = step > 0 ? current < end || (isInclusive && current == end)
            : step < 0 && (current > end || (isInclusive && current == end));

        if (!goesOn || Body is null)
        {
            return context.CompleteAsync();
        }

        context.SetProperty(NextValue, current + step);
        context.Set(CurrentValue, current);
        context.Schedule(Body, null, new VariableState("CurrentValue", JsonValue.Create(current), "CurrentValue", "Int32"));
        return ValueTask.CompletedTask;
    }
}
