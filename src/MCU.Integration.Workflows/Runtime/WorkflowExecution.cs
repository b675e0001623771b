using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>
/// One burst of one instance: takes scheduled activities first in, first out until none is left, as Elsa 3.8's default scheduler.
/// </summary>
internal sealed partial class WorkflowExecution(
    PreparedWorkflow workflow,
    WorkflowState state,
    IBurstHost host,
    TimeProvider time,
    IIdSource ids,
    WorkflowRuntimeOptions options,
    CancellationToken cancellationToken)
{
    /// <summary>Elsa 3.8's strategy Periodic is registered with this interval.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly LinkedList<WorkItem> _queue = [];
    private readonly Dictionary<string, Dictionary<string, JsonNode?>> _outputs = new(StringComparer.Ordinal);
    private ActivityExecutionContext? _root;
    private ActivityExecutionContext? _completing;
    private string? _trigger;
    private JsonNode? _triggerInput;
    private int _open;
    private int _executed;
    private DateTimeOffset _committedAt = time.GetUtcNow();

    public PreparedWorkflow Workflow { get; } = workflow;

    public WorkflowState State { get; } = state;

    public IBurstHost Host { get; } = host;

    public TimeProvider Time { get; } = time;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public WorkflowRuntimeOptions Options => options;

    public JsonNode? LastResult { get; private set; }

    public BurstOutbox Outbox { get; private set; } = new();

    /// <summary>Whether this burst goes on with one whose caller waited for an answer on a node that died.</summary>
    public bool IsCallerGone { get; private set; }

    /// <summary>Values of workflow variables that the caller gave.</summary>
    public JsonObject? VariableOverrides { get; init; }

    public string NewId() => ids.NewId();

    public void SetTrigger(string? activityId, JsonNode? input)
    {
        _trigger = activityId;
        _triggerInput = input;
    }

    public bool TryTakeTrigger(ActivityNode node, out JsonNode? input)
    {
        input = null;

        if (_trigger is null || node.Id != _trigger)
        {
            return false;
        }

        input = _triggerInput;
        _trigger = null;
        return true;
    }

    public void ScheduleRoot() => Enqueue(new WorkItem(Workflow.Root, null, null, null, null, 0, null));

    /// <summary>What the burst begins with when it goes on at a bookmark.</summary>
    public async ValueTask ResumeAsync(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input)
    {
        Touch(context);

        if (bookmark.AutoBurn)
        {
            State.Bookmarks.Remove(bookmark);
        }

        await GuardAsync(context, () => ResumeCoreAsync(context, new PendingResume(bookmark, input)));
    }

    public void Schedule(ActivityNode node, ActivityExecutionContext owner, string? tag, IReadOnlyList<VariableState>? variables)
    {
        var cause = _completing ?? owner;
        Enqueue(new WorkItem(node, owner, tag, cause.Id, cause.Node.Id, cause.CallStackDepth + 1, variables is { Count: > 0 } ? variables : null)
        {
            IsLate = owner.Status == ActivityStatus.Completed,
        });
    }

    /// <summary>Whether this node is scheduled by this owner and has not begun.</summary>
    public bool IsScheduled(ActivityNode node, ActivityExecutionContext owner) =>
        owner.ScheduledBelow > 0 && _queue.Any(item => item.Owner == owner && item.Node == node);

    /// <summary>Runs until nothing is scheduled, then decides what the instance is.</summary>
    /// <param name="first">What comes before the scheduled activities.</param>
    public async ValueTask RunAsync(Func<ValueTask>? first = null)
    {
        State.SubStatus = WorkflowSubStatus.Executing;
        await CommitIfAsync(Workflow.Definition.Options.CommitStrategyName is "WorkflowExecuting");

        if (first is not null)
        {
            await first();
        }

        while (_queue.First is { } next)
        {
            CancellationToken.ThrowIfCancellationRequested();
            Dequeue(next);

            if (!await TryRunAsync(next.Value))
            {
                // Kept for a retry, together with everything behind it.
                EnqueueFirst(next.Value);
                break;
            }
        }

        if (State.Status == WorkflowStatus.Running)
        {
            TransitionTo(_open == 0 ? WorkflowSubStatus.Finished : WorkflowSubStatus.Suspended);
        }

        await CommitIfAsync(Workflow.Definition.Options.CommitStrategyName is "WorkflowExecuted");
    }

    public void Finish()
    {
        foreach (var item in _queue)
        {
            CountScheduled(item.Owner, -1);
        }

        _queue.Clear();
        State.Bookmarks.Clear();
        TransitionTo(WorkflowSubStatus.Finished);
    }

    /// <summary>Tells a parent that a child has completed.</summary>
    public async ValueTask NotifyAsync(ActivityExecutionContext parent, ActivityExecutionContext child, string[] outcomes)
    {
        // A finished instance listens no more (Elsa's Finish clears the callbacks).
        if (State.Status != WorkflowStatus.Running && State.SubStatus == WorkflowSubStatus.Finished)
        {
            return;
        }

        var before = _completing;
        _completing = child;

        try
        {
            await parent.Node.Activity!.OnChildCompletedAsync(parent, new ChildCompletion(child, outcomes));
        }
        finally
        {
            _completing = before;
        }
    }

    public void RemoveBookmarksOf(ActivityExecutionContext context)
    {
        if (State.Bookmarks.Count > 0)
        {
            State.Bookmarks.RemoveAll(bookmark => bookmark.ActivityInstanceId == context.Id);
        }
    }

    public void RecordOutput(ActivityNode node, string name, JsonNode? value)
    {
        OutputsOf(node.Id)[name] = value;

        if (node.Name is { Length: > 0 } label && label != node.Id)
        {
            OutputsOf(label)[name] = value;
        }

        if (name == "Result")
        {
            LastResult = value;
        }
    }

    public JsonNode? GetOutput(string activityIdOrName, string outputName) =>
        _outputs.TryGetValue(activityIdOrName, out var outputs) ? outputs.GetValueOrDefault(outputName) : null;

    /// <summary>Whether an exception is none of the activity's: the burst is then given up, whatever wrapped it on its way.</summary>
    public bool MustPropagate(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is IInfrastructureFault or OutOfMemoryException || (cause is OperationCanceledException && CancellationToken.IsCancellationRequested))
            {
                return true;
            }
        }

        return false;
    }

    public void CountTransition(ActivityStatus from, ActivityStatus to) => _open += Open(to) - Open(from);

    private static int Open(ActivityStatus status) => status is ActivityStatus.Running or ActivityStatus.Faulted ? 1 : 0;

    private Dictionary<string, JsonNode?> OutputsOf(string key)
    {
        if (!_outputs.TryGetValue(key, out var outputs))
        {
            _outputs[key] = outputs = new(StringComparer.Ordinal);
        }

        return outputs;
    }

    /// <returns>False if the burst cannot go on at this item.</returns>
    private async ValueTask<bool> TryRunAsync(WorkItem item)
    {
        if (++_executed > options.MaxActivitiesPerBurst)
        {
            Fault(_root!, new InvalidOperationException($"One burst ran more than {options.MaxActivitiesPerBurst} activities: is there a loop without an end?"));
            return false;
        }

        if (item.Node.Activity is null)
        {
            // Elsa 3.8 faults at the workflow, not at the activity that it cannot create.
            Fault(_root!, new InvalidOperationException(item.Node.Problem));
            return false;
        }

        var context = item.Existing ?? Create(item);
        Touch(context);
        await GuardAsync(context, () => RunCoreAsync(context, item));
        return true;
    }

    private ActivityExecutionContext Create(WorkItem item)
    {
        var context = new ActivityExecutionContext(this, NewId(), item.Node, item.Owner)
        {
            Tag = item.Tag,
            StartedAt = Time.GetUtcNow(),
            SchedulingExecutionId = item.SchedulingExecutionId,
            SchedulingActivityId = item.SchedulingActivityId,
            CallStackDepth = item.CallStackDepth,
            IsLate = item.IsLate,
        };
        _root ??= context;
        context.Transition(ActivityStatus.Running);
        return context;
    }

    private async ValueTask RunCoreAsync(ActivityExecutionContext context, WorkItem item)
    {
        if (context.PendingResume is { } pending)
        {
            await ResumeCoreAsync(context, pending);
            return;
        }

        Log(context, "Started", null, null);

        if (item.Existing is null)
        {
            context.DeclareVariables(item.Variables, null, context.Parent is null ? VariableOverrides : null);
        }

        var strategy = context.Node.CommitStrategyName;
        var workflowStrategy = Workflow.Definition.Options.CommitStrategyName;
        await CommitIfAsync(strategy is "CommitAlways" or "Executing" || (strategy is null && (workflowStrategy is "ActivityExecuting" || IsPeriodDue(workflowStrategy))));
        await context.EvaluateInputsAsync();
        await context.Node.Activity!.ExecuteAsync(context);
        LogSuspension(context);
        context.IsExecuting = false;
        await CommitIfAsync(strategy is "CommitAlways" or "Executed" || (strategy is null && (workflowStrategy is "ActivityExecuted" || IsPeriodDue(workflowStrategy))));
    }

    private bool IsPeriodDue(string? strategy) => strategy is "Periodic" && Time.GetUtcNow() - _committedAt >= Period;

    private async ValueTask ResumeCoreAsync(ActivityExecutionContext context, PendingResume resume)
    {
        context.PendingResume = resume;
        Log(context, "Resumed", null, null);
        await context.EvaluateInputsAsync();
        await context.Node.Activity!.ResumeAsync(context, new Resumption(resume.Bookmark, resume.Input));
        context.PendingResume = null;
        LogSuspension(context);
    }

    private async ValueTask GuardAsync(ActivityExecutionContext context, Func<ValueTask> step)
    {
        context.IsExecuting = true;

        try
        {
            await step();
        }
        catch (Exception e) when (!MustPropagate(e))
        {
            Fault(context, e);
        }
        finally
        {
            context.IsExecuting = false;
        }
    }

    private void LogSuspension(ActivityExecutionContext context)
    {
        if (context.HasNewBookmarks && context.Status == ActivityStatus.Running)
        {
            Log(context, "Suspended", null, null);
        }

        context.HasNewBookmarks = false;
    }

    private void Fault(ActivityExecutionContext context, Exception exception)
    {
        context.Exception = ExceptionState.Of(exception);
        context.Transition(ActivityStatus.Faulted);
        Touch(context);

        for (var above = context; above is not null; above = above.Parent)
        {
            above.FaultCount++;
        }

        State.Incidents.Add(new Incident(
            context.Node.Id, context.Node.NodeId, context.Node.TypeName, context.Id, exception.Message, context.Exception, Time.GetUtcNow()));
        Log(context, "Faulted", exception.Message, null);

        if (Workflow.Definition.Options.Incidents == IncidentStrategy.Fault)
        {
            TransitionTo(WorkflowSubStatus.Faulted);
        }
    }

    /// <summary>Once over, an instance stays as it ended.</summary>
    private void TransitionTo(WorkflowSubStatus status)
    {
        if (State.Status == WorkflowStatus.Finished)
        {
            return;
        }

        State.SubStatus = status;

        if (State.Status == WorkflowStatus.Finished)
        {
            State.FinishedAt = Time.GetUtcNow();
        }
    }

    private void Enqueue(WorkItem item)
    {
        _queue.AddLast(item);
        CountScheduled(item.Owner, +1);
    }

    private void EnqueueFirst(WorkItem item)
    {
        _queue.AddFirst(item);
        CountScheduled(item.Owner, +1);
    }

    private void Dequeue(LinkedListNode<WorkItem> node)
    {
        _queue.Remove(node);
        CountScheduled(node.Value.Owner, -1);
    }

    private static void CountScheduled(ActivityExecutionContext? owner, int difference)
    {
        for (; owner is not null; owner = owner.Parent)
        {
            owner.ScheduledBelow += difference;
        }
    }
}
