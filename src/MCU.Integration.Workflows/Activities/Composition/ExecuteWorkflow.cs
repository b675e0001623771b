using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Composition;

/// <summary>Runs a published workflow in an instance of its own, within the same burst.</summary>
[Activity("Elsa", "Composition", Kind = ActivityKind.Task, Description = "Create a new workflow instance of the specified workflow and execute it.")]
public sealed class ExecuteWorkflow : Activity
{
    /// <summary>The definition.</summary>
    [Input(UIHint = "workflow-definition-picker", DisplayName = "Workflow Definition", Description = "The definition ID of the workflow to execute.")]
    public Input<string> WorkflowDefinitionId { get; set; } = null!;

    /// <summary>The child's correlation id.</summary>
    [Input(DisplayName = "Correlation ID", Description = "The correlation ID to associate the workflow with.")]
    public Input<string?> CorrelationId { get; set; } = null!;

    /// <summary>The child's input; <c>ParentInstanceId</c> is added.</summary>
    [Input(Description = "The input to send to the workflow.")]
    public Input<JsonObject?> Input { get; set; } = null!;

    /// <summary>Whether to wait for a child that suspends.</summary>
    [Input(DisplayName = "Wait for Completion", Description = "Wait for the child workflow to complete before completing this activity.")]
    public Input<bool> WaitForCompletion { get; set; } = null!;

    /// <summary>
    /// How the child ended, or where it stands: <c>{WorkflowInstanceId, Status, SubStatus, Output …}</c>; after a wait its outputs by name.
    /// </summary>
    [Output(TypeName = "ExecuteWorkflowResult")]
    public Output<JsonNode?> Result { get; set; } = null!;

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var begun = ChildStart.InlineChildOf(context);
        var childId = begun ?? context.NewId();
        var awaited = context.Get(WaitForCompletion) ? ChildStart.AwaitedOf(Node.TypeName, childId) : null;
        var child = (begun is null ? null : await context.AdoptChildAsync(begun)) ?? await RunAsync(context, childId, awaited);

        if (awaited is null || child.Status == WorkflowStatus.Finished)
        {
            context.Set(Result, ResultOf(child));
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

    private async ValueTask<WorkflowState> RunAsync(ActivityExecutionContext context, string childId, Stimulus? awaited)
    {
        var workflow = await ChildStart.FindAsync(context, context.Get(WorkflowDefinitionId));
        var input = (JsonObject?)context.Get(Input)?.DeepClone() ?? [];
        ChildStart.NoteInlineChild(context, childId);
        return await context.RunChildAsync(workflow, ChildStart.RequestOf(context, childId, context.Get(CorrelationId), input, awaited));
    }

    private static JsonObject ResultOf(WorkflowState child) => new()
    {
        ["WorkflowDefinitionVersionId"] = null,
        ["WorkflowInstanceId"] = child.InstanceId,
        ["CorrelationId"] = null,
        ["Status"] = NamedNumber.Of(child.Status),
        ["SubStatus"] = NamedNumber.Of(child.SubStatus),
        ["Output"] = new JsonObject(child.Output.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))),
    };
}
