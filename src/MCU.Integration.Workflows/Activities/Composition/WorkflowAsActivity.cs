using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Composition;

/// <summary>A published workflow used as an activity: it runs inside the consumer's instance and has the workflow's inputs, outputs and outcomes.</summary>
[Activity("Elsa", "Workflows", Name = "WorkflowDefinitionActivity", IsBrowsable = false)]
internal sealed class WorkflowAsActivity : Activity
{
    /// <summary>The workflow.</summary>
    [Port(IsBrowsable = false)]
    public ActivityNode? Root { get; set; }

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.Schedule(Root!);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected internal override ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion) =>
        context.CompleteAsync(Workflow.OutcomesOf(completion.Child));
}
