using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Composition;

/// <summary>Starts a published workflow in an instance of its own, and may wait for its end.</summary>
[Activity("Elsa", "Composition", Description = "Create a new workflow instance of the specified workflow and dispatch it for execution.")]
public sealed class DispatchWorkflow : Activity
{
    /// <summary>The definition.</summary>
    [Input(UIHint = "workflow-definition-picker", DisplayName = "Workflow Definition", Description = "The definition ID of the workflow to dispatch.")]
    public Input<string> WorkflowDefinitionId { get; set; } = null!;

    /// <summary>The child's correlation id.</summary>
    [Input(DisplayName = "Correlation ID", Description = "The correlation ID to associate the workflow with.")]
    public Input<string?> CorrelationId { get; set; } = null!;

    /// <summary>The child's input; <c>ParentInstanceId</c> is added.</summary>
    [Input(Description = "The input to send to the workflow.")]
    public Input<JsonObject?> Input { get; set; } = null!;

    /// <summary>Whether to wait until the child is over.</summary>
    [Input(DisplayName = "Wait for Completion", Description = "Wait for the child workflow to complete before completing this activity.")]
    public Input<bool> WaitForCompletion { get; set; } = null!;

    /// <summary>Traces are started by the host; kept for definitions of other servers.</summary>
    [Input(Description = "Start a new trace context when using Open Telemetry.", Category = "Open Telemetry")]
    public Input<bool> StartNewTrace { get; set; } = null!;

    /// <summary>There is one channel; kept for definitions of other servers.</summary>
    [Input(UIHint = "dropdown", OptionsFrom = "channels", DisplayName = "Channel", Description = "The channel to dispatch the workflow to.")]
    public Input<string?> ChannelName { get; set; } = null!;

    /// <summary>The child's outputs by name, if this waits.</summary>
    [Output]
    public Output<JsonNode?> Result { get; set; } = null!;

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var child = await ChildStart.FindAsync(context, context.Get(WorkflowDefinitionId));
        var childId = context.NewId();
        var input = (JsonObject?)context.Get(Input)?.DeepClone() ?? [];
        var awaited = context.Get(WaitForCompletion) ? ChildStart.AwaitedOf(Node.TypeName, childId) : null;
        context.Dispatch(new ChildDispatch(
            child.Definition.DefinitionId,
            child.Definition.Id,
            ChildStart.RequestOf(context, childId, context.Get(CorrelationId), input, awaited)));

        if (awaited is null)
        {
            await context.CompleteAsync();
            return;
        }

        context.CreateBookmark(awaited);
    }

    /// <inheritdoc />
    protected internal override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption)
    {
        context.Set(Result, resumption.Input?["WorkflowOutput"]);
        return context.CompleteAsync();
    }
}
