using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <content>What a burst tells the outside: journal, records, bookmarks and the state.</content>
internal sealed partial class WorkflowExecution
{
    private readonly HashSet<ActivityExecutionContext> _touched = [];
    private List<JournalEntry> _journal = [];
    private HashSet<string> _storedBookmarks = [];

    public void Log(ActivityExecutionContext context, string eventName, string? message, JsonNode? payload)
    {
        Touch(context);
        _journal.Add(new JournalEntry(
            NewId(),
            State.JournalSequence++,
            Time.GetUtcNow(),
            eventName,
            context.Id,
            context.Parent?.Id,
            context.Node.Id,
            context.Node.NodeId,
            context.Node.TypeName,
            context.Node.Version,
            context.Node.Name,
            message,
            payload));
    }

    /// <summary>Brings the runs of a stored state back to life.</summary>
    public void Load()
    {
        // The bookmarks of a faulted instance are not in the store; see BurstResult.RemovedBookmarkIds.
        _storedBookmarks = State.SubStatus == WorkflowSubStatus.Faulted ? [] : [.. State.Bookmarks.Select(bookmark => bookmark.Id)];
        IsCallerGone = State.IsAnswering && Host.Get<IHttpExchange>() is null;
        SetTrigger(State.PendingTrigger?.ActivityId, State.PendingTrigger?.Input);
        var contexts = new Dictionary<string, ActivityExecutionContext>(StringComparer.Ordinal);

        foreach (var stored in State.Activities)
        {
            var node = Workflow.Find(stored.NodeId)
                ?? throw new InvalidOperationException($"The instance {State.InstanceId} is at '{stored.NodeId}', which its definition does not contain.");
            var context = new ActivityExecutionContext(this, stored.Id, node, stored.ParentId is null ? null : contexts[stored.ParentId])
            {
                Tag = stored.Tag,
                StartedAt = stored.StartedAt,
                SchedulingExecutionId = stored.SchedulingActivityExecutionId,
                SchedulingActivityId = stored.SchedulingActivityId,
                CallStackDepth = stored.CallStackDepth,
                FaultCount = stored.FaultCount,
                IsDetached = stored.IsDetached,
                IsLate = stored.IsLate,
                IsExecuting = stored.IsExecuting,
                Inputs = stored.Inputs,
                Outputs = stored.Outputs,
                JournalData = stored.JournalData,
                Properties = stored.Properties,
                SavedLive = stored.Live,
                PendingResume = stored.PendingResume,
            };
            contexts[stored.Id] = context;
            _root ??= context;
            context.Transition(stored.Status);
            context.DeclareVariables(null, stored.Variables, null);
        }

        foreach (var item in State.Scheduled)
        {
            var owner = item.OwnerId is null ? null : contexts.GetValueOrDefault(item.OwnerId);

            if (Workflow.Find(item.NodeId) is { } node)
            {
                Enqueue(new WorkItem(
                    node, owner, item.Tag, item.SchedulingActivityExecutionId, item.SchedulingActivityId, (owner?.CallStackDepth ?? -1) + 1, item.Variables));
            }
        }
    }

    public ActivityExecutionContext? FindContext(string id) => Living().FirstOrDefault(context => context.Id == id);

    /// <summary>Schedules what a retry has to repeat: the faulted runs, or the one whose activity could not be created.</summary>
    public bool ScheduleFaulted()
    {
        var faulted = Living().Where(context => context.Status == ActivityStatus.Faulted).ToList();

        foreach (var context in faulted)
        {
            for (var above = context; above is not null; above = above.Parent)
            {
                above.FaultCount -= context.FaultCount > 0 ? 1 : 0;
            }

            State.Incidents.RemoveAll(incident => incident.ActivityInstanceId == context.Id);
            context.Exception = null;
            context.Transition(ActivityStatus.Running);

            // A root with scheduled work failed over that work, not by itself.
            if (context.Parent is not null || _queue.Count == 0)
            {
                Repeat(context);
            }
        }

        return faulted.Count > 0;
    }

    /// <summary>Schedules what was at work when a node died after a commit in the middle of a burst.</summary>
    public void ScheduleInterrupted()
    {
        foreach (var context in Living().Where(context => context.IsExecuting).ToList())
        {
            Repeat(context);
        }
    }

    /// <summary>Ends the instance from outside. As in Elsa 3.8 the journal says nothing about it.</summary>
    private void Cancel()
    {
        foreach (var context in Living().Reverse().ToList())
        {
            if (context.Status is ActivityStatus.Running or ActivityStatus.Faulted)
            {
                context.Transition(ActivityStatus.Canceled);
                Touch(context);
            }
        }

        _queue.Clear();
        State.Bookmarks.Clear();
        TransitionTo(WorkflowSubStatus.Cancelled);
    }

    /// <summary>The changes since the last call, with the state saved.</summary>
    public async ValueTask<BurstResult> TakeResultAsync()
    {
        Save();
        var executions = new List<ActivityExecution>(_touched.Count);

        foreach (var context in _touched)
        {
            executions.Add(await RecordAsync(context));
        }

        var isFaulted = State.SubStatus == WorkflowSubStatus.Faulted;
        TellParent();
        var outbox = Outbox;
        var open = isFaulted ? [] : State.Bookmarks.Select(bookmark => bookmark.Id).ToHashSet();
        var result = new BurstResult
        {
            State = State,
            Created = isFaulted ? [] : [.. State.Bookmarks.Where(bookmark => !_storedBookmarks.Contains(bookmark.Id))],
            RemovedBookmarkIds = [.. _storedBookmarks.Where(id => !open.Contains(id))],
            Journal = _journal,
            Executions = executions,
            Stimuli = outbox.Stimuli,
            Dispatches = outbox.Dispatches,
            Tasks = outbox.Tasks,
            Children = outbox.Children,
        };
        _storedBookmarks = open;
        _journal = [];
        _touched.Clear();
        Outbox = new BurstOutbox();
        return result;
    }

    /// <summary>
    /// What a strategy asks for waits until the trigger is taken: before that nothing happened that is worth keeping, and an HTTP request
    /// could not be taken again.
    /// </summary>
    private ValueTask CommitIfAsync(bool isDue) => isDue && _trigger is null ? CommitAsync() : ValueTask.CompletedTask;

    private void Touch(ActivityExecutionContext context) => _touched.Add(context);

    private void Repeat(ActivityExecutionContext context)
    {
        if (context.PendingResume is null)
        {
            context.Inputs = null;
        }

        Enqueue(new WorkItem(
            context.Node, context.Parent, context.Tag, context.SchedulingExecutionId, context.SchedulingActivityId, context.CallStackDepth, null, context));
    }

    /// <summary>The runs that are not over, parents first; the root always.</summary>
    private IEnumerable<ActivityExecutionContext> Living()
    {
        var pending = new Stack<ActivityExecutionContext>();

        if (_root is not null)
        {
            pending.Push(_root);
        }

        while (pending.TryPop(out var context))
        {
            yield return context;

            foreach (var child in context.Children.Reverse())
            {
                pending.Push(child);
            }
        }
    }

    private void Save()
    {
        var isExecuting = State.SubStatus == WorkflowSubStatus.Executing;
        State.UpdatedAt = Time.GetUtcNow();
        State.PendingTrigger = isExecuting && _trigger is not null ? new PendingTrigger(_trigger, _triggerInput.Detached()) : null;
        State.IsAnswering = isExecuting && (IsCallerGone || Host.Get<IHttpExchange>() is not null);

        // Of an instance that is over for good only the workflow's variables are of interest.
        State.Activities = State.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled
            ? [.. Living().Take(1).Select(SaveContext)]
            : [.. Living().Select(SaveContext)];
        State.Scheduled = [.. _queue.Select(item => new ScheduledItemState(
            item.Node.NodeId, item.Owner?.Id, item.Tag, item.SchedulingExecutionId, item.SchedulingActivityId, item.Variables))];

        for (var i = 0; i < State.Bookmarks.Count; i++)
        {
            if (!_storedBookmarks.Contains(State.Bookmarks[i].Id))
            {
                State.Bookmarks[i] = State.Bookmarks[i] with { CorrelationId = State.CorrelationId };
            }
        }

        if (!isExecuting)
        {
            // Elsa 3.8 keeps an input across a suspension only if it declares a storage driver.
            var kept = Workflow.Definition.Inputs.Where(input => input.Storage == StorageDriver.WorkflowInstance).Select(input => input.Name).ToHashSet();
            State.Input = State.Input.Where(pair => kept.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        }
    }

    private static ActivityInstanceState SaveContext(ActivityExecutionContext context)
    {
        var isOver = context.Status is ActivityStatus.Completed or ActivityStatus.Canceled;

        return new ActivityInstanceState
        {
            Id = context.Id,
            ParentId = context.Parent?.Id,
            NodeId = context.Node.NodeId,
            Status = context.Status,
            IsExecuting = context.IsExecuting && !isOver,
            IsDetached = context.IsDetached,
            IsLate = context.IsLate,
            Tag = context.Tag,
            SchedulingActivityExecutionId = context.SchedulingExecutionId,
            SchedulingActivityId = context.SchedulingActivityId,
            CallStackDepth = context.CallStackDepth,
            FaultCount = context.FaultCount,
            StartedAt = context.StartedAt,
            Inputs = isOver ? null : context.Inputs,
            Outputs = isOver ? null : context.Outputs,
            JournalData = isOver ? null : (JsonObject?)context.JournalData?.DeepClone(),
            Properties = isOver || context.Properties is null ? null : new Dictionary<string, JsonNode?>(context.Properties, StringComparer.Ordinal),
            Live = isOver ? null : context.LiveToJson(),
            Variables = SaveVariables(context),
            PendingResume = context.PendingResume,
        };
    }

    private static List<VariableState>? SaveVariables(ActivityExecutionContext context)
    {
        var variables = context.Variables
            .Where(slot => slot.Definition.Storage == StorageDriver.WorkflowInstance)
            .Select(slot => slot.IsDynamic
                ? new VariableState(slot.Definition.Id, slot.Value, slot.Definition.Name, slot.Definition.TypeName)
                : new VariableState(slot.Definition.Id, slot.Value))
            .ToList();
        return variables.Count == 0 ? null : variables;
    }

    private async ValueTask<ActivityExecution> RecordAsync(ActivityExecutionContext context) => new()
    {
        Id = context.Id,
        ActivityId = context.Node.Id,
        ActivityNodeId = context.Node.NodeId,
        ActivityType = context.Node.TypeName,
        ActivityTypeVersion = context.Node.Version,
        ActivityName = context.Node.Name,
        ParentActivityInstanceId = context.Parent?.Id,
        ActivityState = await RecordInputsAsync(context),
        Outputs = await RecordOutputsAsync(context),
        Payload = (JsonObject?)context.JournalData?.DeepClone(),
        Exception = context.Exception,
        Status = context.Status,
        HasBookmarks = State.Bookmarks.Exists(bookmark => bookmark.ActivityInstanceId == context.Id),
        AggregateFaultCount = context.FaultCount,
        StartedAt = context.StartedAt,
        CompletedAt = context.CompletedAt,
        SchedulingActivityExecutionId = context.SchedulingExecutionId,
        SchedulingActivityId = context.SchedulingActivityId,
        CallStackDepth = context.CallStackDepth,
    };

    private async ValueTask<JsonObject> RecordInputsAsync(ActivityExecutionContext context)
    {
        var record = new JsonObject();

        foreach (var input in context.Node.ActivityType.Inputs)
        {
            if (!input.IsWrapped && context.Node.Json[input.JsonName] is { } raw && await IncludesAsync(context, context.Node.LogPersistence?.OfInput(input.Name)))
            {
                record[input.Name] = raw.DeepClone();
            }
        }

        foreach (var binding in context.Node.Inputs)
        {
            if (!binding.IsSensitive && context.Inputs?.TryGetValue(binding.Name, out var value) == true
                && await IncludesAsync(context, context.Node.LogPersistence?.OfInput(binding.Name)))
            {
                record[binding.Name] = value?.DeepClone();
            }
        }

        return record;
    }

    private async ValueTask<JsonObject> RecordOutputsAsync(ActivityExecutionContext context)
    {
        var record = new JsonObject();

        foreach (var (name, value) in context.Outputs ?? [])
        {
            if (await IncludesAsync(context, context.Node.LogPersistence?.OfOutput(name)))
            {
                record[name] = value?.DeepClone();
            }
        }

        return record;
    }

    /// <summary>The rule of the value, else of the activity, else of the workflow.</summary>
    private async ValueTask<bool> IncludesAsync(ActivityExecutionContext context, LogRule? rule) =>
        await DecideAsync(context, rule)
        ?? await DecideAsync(context, context.Node.LogPersistence?.Default)
        ?? await DecideAsync(context, Workflow.LogPersistence?.Default)
        ?? true;

    private async ValueTask<bool?> DecideAsync(ActivityExecutionContext context, LogRule? rule)
    {
        try
        {
            return rule is null ? null : await rule.DecideAsync(context);
        }
        catch (Exception e) when (!MustPropagate(e))
        {
            // What a broken rule may have been there to hide is not shown.
            return false;
        }
    }
}
