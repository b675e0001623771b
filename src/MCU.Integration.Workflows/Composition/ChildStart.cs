using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Composition;

/// <summary>What the activities that start child workflows have in common.</summary>
internal static class ChildStart
{
    private const string InlineChild = "ChildInstanceId";

    /// <summary>The id of the child that this run of an activity runs within its burst; null before it has begun one.</summary>
    public static string? InlineChildOf(ActivityExecutionContext context) => context.GetProperty(InlineChild).AsString();

    /// <summary>Notes the child, so that it is found again if the node dies.</summary>
    public static void NoteInlineChild(ActivityExecutionContext context, string instanceId) => context.SetProperty(InlineChild, instanceId);

    /// <summary>The published version of the definition.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async ValueTask<PreparedWorkflow> FindAsync(ActivityExecutionContext context, string? definitionId) =>
        await context.Require<IPublishedWorkflows>().FindAsync(definitionId ?? "", context.CancellationToken)
        ?? throw new InvalidOperationException($"No published version of workflow definition with ID {definitionId} found.");

    /// <summary>How to start a child.</summary>
    /// <param name="context">The parent's activity.</param>
    /// <param name="instanceId">The child's id.</param>
    /// <param name="correlationId">The child's correlation id.</param>
    /// <param name="input">The child's input; taken over, and completed by the parent's id.</param>
    /// <param name="awaited">What the parent waits for, if it does.</param>
    public static StartRequest RequestOf(ActivityExecutionContext context, string instanceId, string? correlationId, JsonObject input, Stimulus? awaited)
    {
        input["ParentInstanceId"] = context.InstanceId;
        return new StartRequest
        {
            InstanceId = instanceId,
            CorrelationId = correlationId,
            Input = input,
            ParentInstanceId = context.InstanceId,
            OnFinished = awaited is null ? null : new AwaitedStimulus(awaited.Name, awaited.Hash),
        };
    }

    /// <summary>The stimulus by which a single child wakes its parent.</summary>
    public static Stimulus AwaitedOf(string activityType, string childInstanceId) =>
        new(activityType, new JsonObject { ["childInstanceId"] = childInstanceId });
}
