using MCU.Integration.Workflows.Activities.Looping;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Runs its activities one after the other.</summary>
[Activity("Elsa", "Workflows", Description = "Execute a set of activities in sequence.", IsContainer = true, IsBrowsable = false)]
public sealed class Sequence : Activity
{
    private const string CurrentIndex = "CurrentIndex";

    /// <summary>The activities.</summary>
    [Port(IsBrowsable = false)]
    public IReadOnlyList<ActivityNode> Activities { get; set; } = [];

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => NextAsync(context);

    /// <inheritdoc />
    protected internal override ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion) =>
        completion.Child.Node.Activity!.IsTerminal || Breaking.IsSet(context) ? context.CompleteAsync() : NextAsync(context);

    private ValueTask NextAsync(ActivityExecutionContext context)
    {
        var index = (int)(context.GetProperty(CurrentIndex).AsInteger() ?? 0);

        if (index >= Activities.Count)
        {
            return context.CompleteAsync();
        }

        context.SetProperty(CurrentIndex, index + 1);
        context.Schedule(Activities[index]);
        return ValueTask.CompletedTask;
    }
}
