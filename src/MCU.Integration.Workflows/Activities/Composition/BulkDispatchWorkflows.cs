using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Composition;

/// <summary>Starts a published workflow for each item of a list, and may wait for the end of all.</summary>
[Activity("Elsa", "Composition", Kind = ActivityKind.Task, Outcomes = ["Completed", "Canceled", "Done"],
    Description = "Create new workflow instances for each item in the data source and dispatch them for execution.")]
public sealed class BulkDispatchWorkflows : Activity
{
    private const string Dispatched = "DispatchedInstancesCount";
    private const string Over = "CompletedInstancesCount";

    /// <summary>The definition.</summary>
    [Input(UIHint = "workflow-definition-picker", DisplayName = "Workflow Definition", Description = "The definition ID of the workflows to dispatch.")]
    public Input<string> WorkflowDefinitionId { get; set; } = null!;

    /// <summary>The list.</summary>
    [Input(Description = "The data source to use for dispatching the workflows.")]
    public Input<JsonNode?> Items { get; set; } = null!;

    /// <summary>The name of the child's input that holds the item, unless the item is an object: its properties are inputs.</summary>
    [Input(DefaultValue = "Item", Description = "The default key to use for the input name when sending the current item to the dispatched workflow. Will not be used if the Items field contain a list of dictionaries")]
    public Input<string> DefaultItemInputKey { get; set; } = null!;

    /// <summary>Evaluated for each item, which it sees as an argument of that name.</summary>
    [Input(DisplayName = "Correlation ID Function", AutoEvaluate = false, Description = "A function to compute the correlation ID to associate a dispatched workflow with.")]
    public Input<string?> CorrelationIdFunction { get; set; } = null!;

    /// <summary>Inputs of all children.</summary>
    [Input(Description = "Additional input to send to the workflows being dispatched.")]
    public Input<JsonObject?> Input { get; set; } = null!;

    /// <summary>Whether to wait until all children are over.</summary>
    [Input(DisplayName = "Wait for Completion", DefaultValue = true, Description = "Wait for the dispatched workflows to complete before completing this activity.")]
    public Input<bool> WaitForCompletion { get; set; } = null!;

    /// <summary>Traces are started by the host; kept for definitions of other servers.</summary>
    [Input(Description = "Start a new trace context when using Open Telemetry.", Category = "Open Telemetry")]
    public Input<bool> StartNewTrace { get; set; } = null!;

    /// <summary>There is one channel; kept for definitions of other servers.</summary>
    [Input(UIHint = "dropdown", OptionsFrom = "channels", DisplayName = "Channel", Description = "The channel to dispatch the workflow to.")]
    public Input<string?> ChannelName { get; set; } = null!;

    /// <summary>What runs for each child that finished; it sees the variable ChildInstanceId.</summary>
    [Port]
    public ActivityNode? ChildCompleted { get; set; }

    /// <summary>What runs for each child that faulted; it sees the variable ChildInstanceId.</summary>
    [Port]
    public ActivityNode? ChildFaulted { get; set; }

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var items = ItemsOf(context.Get(Items));
        var awaited = context.Get(WaitForCompletion) ? AwaitedBy(context, items.Count) : null;

        foreach (var item in items)
        {
            await DispatchAsync(context, item, awaited);
        }

        if (awaited is null || items.Count == 0)
        {
            await context.CompleteAsync(Outcomes.Done);
            return;
        }

        context.SetProperty(Dispatched, items.Count);
        context.CreateBookmark(awaited, autoBurn: false);
    }

    /// <inheritdoc />
    protected internal override async ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption)
    {
        context.SetProperty(Over, (context.GetProperty(Over).AsInteger() ?? 0) + 1);
        var body = resumption.Input?["WorkflowSubStatus"].AsString() switch
        {
            nameof(WorkflowSubStatus.Faulted) => ChildFaulted,
            nameof(WorkflowSubStatus.Finished) => ChildCompleted,
            _ => null,
        };

        if (body is null)
        {
            await CompleteIfAllAreOverAsync(context);
            return;
        }

        var childId = resumption.Input?["WorkflowInstanceId"]?.DeepClone();
        context.Schedule(body, null, new VariableState("ChildInstanceId", childId, "ChildInstanceId", "String"));
    }

    /// <inheritdoc />
    protected internal override ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion) =>
        CompleteIfAllAreOverAsync(context);

    /// <summary>One bookmark for all children; two activities in one instance must not count each other's.</summary>
    private Stimulus AwaitedBy(ActivityExecutionContext context, int count) => new(Node.TypeName, new JsonObject { ["parentInstanceId"] = context.InstanceId })
    {
        Discriminator = context.Id,
        Details = new JsonObject { ["scheduledInstanceIdsCount"] = count },
    };

    private static JsonArray ItemsOf(JsonNode? items) => items switch
    {
        null => [],
        JsonArray array => array,
        _ => [items.DeepClone()],
    };

    private async ValueTask DispatchAsync(ActivityExecutionContext context, JsonNode? item, Stimulus? awaited)
    {
        var child = await ChildStart.FindAsync(context, context.Get(WorkflowDefinitionId));
        var key = context.Get(DefaultItemInputKey) is { Length: > 0 } given ? given : "Item";
        var input = (JsonObject?)context.Get(Input)?.DeepClone() ?? [];

        foreach (var (name, value) in item as JsonObject ?? new JsonObject { [key] = item?.DeepClone() })
        {
            input[name] = value?.DeepClone();
        }

        var arguments = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [key] = item };
        var correlationId = await context.EvaluateAsync(CorrelationIdFunction, arguments);
        context.Dispatch(new ChildDispatch(
            child.Definition.DefinitionId,
            child.Definition.Id,
            ChildStart.RequestOf(context, context.NewId(), correlationId, input, awaited)));
    }

    private static async ValueTask CompleteIfAllAreOverAsync(ActivityExecutionContext context)
    {
        if ((context.GetProperty(Over).AsInteger() ?? 0) >= (context.GetProperty(Dispatched).AsInteger() ?? 0))
        {
            await context.CompleteAsync("Completed", Outcomes.Done);
        }
    }
}
