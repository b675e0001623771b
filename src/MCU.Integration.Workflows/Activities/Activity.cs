using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities;

/// <summary>
/// What a node of a workflow does. One object per node of a prepared workflow, shared by all instances and threads: it holds the
/// node's configuration only; everything about a run is in the <see cref="ActivityExecutionContext"/>.
/// </summary>
public abstract class Activity
{
    /// <summary>The node that this object belongs to. Set before <see cref="Prepare"/>.</summary>
    public ActivityNode Node { get; internal set; } = null!;

    /// <summary>Called once, after the handles and ports are bound and the children exist: build lookup structures here.</summary>
    protected internal virtual void Prepare()
    {
    }

    /// <summary>
    /// Runs the activity. It must complete, create a bookmark, or schedule a child; an exception makes it Faulted.
    /// A burst is computation: whatever leaves the process goes through a service of the host.
    /// </summary>
    protected internal abstract ValueTask ExecuteAsync(ActivityExecutionContext context);

    /// <summary>Goes on after one of its bookmarks was resumed. Completes with Done by default.</summary>
    /// <param name="context">The context that created the bookmark.</param>
    /// <param name="resumption">The bookmark and what came with it.</param>
    protected internal virtual ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption) => context.CompleteAsync();

    /// <summary>Decides what happens after a child that this activity scheduled has completed. Completes by default.</summary>
    protected internal virtual ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion) => context.CompleteAsync();

    /// <summary>Is told that a child was cancelled while this activity runs.</summary>
    protected internal virtual ValueTask OnChildCanceledAsync(ActivityExecutionContext context, ActivityExecutionContext child) => ValueTask.CompletedTask;

    /// <summary>The stimuli that start a workflow at this node; asked when a version is published.</summary>
    protected internal virtual IEnumerable<Stimulus> GetTriggers(ActivityExecutionContext context) => [];

    /// <summary>Whether its completion ends its container.</summary>
    protected internal virtual bool IsTerminal => Node.ActivityType.Attribute.IsTerminal;

    /// <summary>Writes the live state of a context (<see cref="ActivityExecutionContext.Live"/>) for the instance document.</summary>
    protected internal virtual JsonNode? SaveLive(object live) => null;
}
