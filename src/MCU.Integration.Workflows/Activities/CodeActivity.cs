using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities;

/// <summary>An activity that runs to its end at once and completes by itself.</summary>
public abstract class CodeActivity : Activity
{
    /// <inheritdoc />
    protected internal sealed override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        await RunAsync(context);
        await context.CompleteAsync();
    }

    /// <summary>The work.</summary>
    protected abstract ValueTask RunAsync(ActivityExecutionContext context);
}
