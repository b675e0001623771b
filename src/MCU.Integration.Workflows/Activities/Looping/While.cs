using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Looping;

/// <summary>Repeats an activity while a condition holds; the condition is evaluated before each round.</summary>
[Activity("Elsa", "Looping", Description = "Execute an activity while a given condition evaluates to true.")]
public sealed class While : Loop
{
    /// <summary>The condition.</summary>
    [Input(AutoEvaluate = false, UIHint = "singleline", Description = "The condition to evaluate.")]
    public Input<bool> Condition { get; set; } = null!;

    /// <summary>What is repeated.</summary>
    [Port]
    public ActivityNode? Body { get; set; }

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => NextAsync(context);

    /// <inheritdoc />
    protected internal override ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion) =>
        Breaking.IsSet(context) ? context.CompleteAsync() : NextAsync(context);

    private async ValueTask NextAsync(ActivityExecutionContext context)
    {
        if (Body is not null && await context.EvaluateAsync(Condition))
        {
            context.Schedule(Body);
        }
        else
        {
            await context.CompleteAsync();
        }
    }
}
