using MCU.Integration.Workflows.Activities.Looping;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Branching;

/// <summary>Runs branches side by side.</summary>
[Activity("Elsa", "Control Flow", Description = "Branch execution into multiple branches.", IsBrowsable = false)]
public sealed class Fork : Activity
{
    private const string Completed = "Completed";

    /// <summary>Whether to wait for all branches or for the first.</summary>
    [Input]
    public ForkJoinMode JoinMode { get; set; }

    /// <summary>The branches.</summary>
    [Port(IsBrowsable = false)]
    public IReadOnlyList<ActivityNode> Branches { get; set; } = [];

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Branches.Count == 0)
        {
            await context.CompleteAsync();
            return;
        }

        foreach (var branch in Branches)
        {
            context.Schedule(branch);
        }
    }

    /// <inheritdoc />
    protected internal override async ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion)
    {
        var completed = (context.GetProperty(Completed).AsInteger() ?? 0) + 1;
        context.SetProperty(Completed, completed);

        if (JoinMode == ForkJoinMode.WaitAny || completed >= Branches.Count || Breaking.IsSet(context))
        {
            await context.CompleteAsync();
        }
    }
}
