using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Runs its activities side by side.</summary>
[Activity("Elsa", "Workflows", Description = "Execute a set of activities in parallel.", IsContainer = true, IsBrowsable = false)]
public sealed class Parallel : Activity
{
    private const string Completed = "Completed";

    /// <summary>The activities.</summary>
    [Port(IsBrowsable = false)]
    public IReadOnlyList<ActivityNode> Activities { get; set; } = [];

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
        {
            await context.CompleteAsync();
            return;
        }

        foreach (var activity in Activities)
        {
            context.Schedule(activity);
        }
    }

    /// <inheritdoc />
    protected internal override async ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion)
    {
        var completed = (context.GetProperty(Completed).AsInteger() ?? 0) + 1;
        context.SetProperty(Completed, completed);

        if (completed >= Activities.Count)
        {
            await context.CompleteAsync();
        }
    }
}
