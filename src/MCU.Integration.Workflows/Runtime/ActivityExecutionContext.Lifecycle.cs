using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <content>How a run begins, ends, and hangs together with the runs around it.</content>
public sealed partial class ActivityExecutionContext
{
    private readonly LinkedList<ActivityExecutionContext> _children = [];
    private LinkedListNode<ActivityExecutionContext>? _link;
    private List<VariableSlot>? _variables;

    /// <summary>Whether children of this run are at work or waiting, or work below it is scheduled.</summary>
    public bool HasPendingWork => RunningChildren > 0 || ScheduledBelow > 0;

    /// <summary>Whether a child of this run is faulted.</summary>
    public bool HasFaultedChildren => FaultedChildren > 0;

    /// <summary>The runs of children that are not over.</summary>
    public IEnumerable<ActivityExecutionContext> Children => _children;

    internal int RunningChildren { get; private set; }

    internal int FaultedChildren { get; private set; }

    internal int ScheduledBelow { get; set; }

    internal int FaultCount { get; set; }

    internal bool IsDetached { get; set; }

    /// <summary>Whether its parent was over already when it scheduled this, and listens nevertheless.</summary>
    internal bool IsLate { get; init; }

    internal bool HasNewBookmarks { get; set; }

    internal bool IsExecuting { get; set; }

    internal DateTimeOffset StartedAt { get; init; }

    internal DateTimeOffset? CompletedAt { get; private set; }

    internal string? SchedulingExecutionId { get; init; }

    internal string? SchedulingActivityId { get; init; }

    internal int CallStackDepth { get; init; }

    internal Dictionary<string, JsonNode?>? Inputs { get; set; }

    internal Dictionary<string, JsonNode?>? Outputs { get; set; }

    internal JsonObject? JournalData { get; set; }

    internal ExceptionState? Exception { get; set; }

    internal PendingResume? PendingResume { get; set; }

    internal JsonNode? SavedLive { get; set; }

    internal IReadOnlyDictionary<string, JsonNode?>? Properties
    {
        get => _properties;
        set => _properties = value is null ? null : new(value, StringComparer.Ordinal);
    }

    internal IReadOnlyList<VariableSlot> Variables => _variables ?? [];

    /// <summary>Completes this run. Children that are still at work are cancelled; the parent decides what comes next.</summary>
    /// <param name="outcomes">The outcomes; none means Done.</param>
    public async ValueTask CompleteAsync(params string[] outcomes)
    {
        if (Status != ActivityStatus.Running)
        {
            return;
        }

        // Over first: the cancellation of a child must not complete it a second time.
        Transition(ActivityStatus.Completed);
        await CancelChildrenAsync();

        if (outcomes.Length > 0)
        {
            SetJournalData("Outcomes", new JsonArray([.. outcomes.Select(outcome => JsonValue.Create(outcome))]));
        }

        CompletedAt = Time.GetUtcNow();
        Journal("Completed");
        Execution.RemoveBookmarksOf(this);

        if (Parent is { } parent && !IsDetached && (parent.Status == ActivityStatus.Running || (IsLate && parent.Status == ActivityStatus.Completed)))
        {
            await Execution.NotifyAsync(parent, this, outcomes.Length > 0 ? outcomes : Activities.Outcomes.DoneOnly);
        }
    }

    /// <summary>Stops this run and everything below it.</summary>
    public async ValueTask CancelAsync()
    {
        if (Status is not (ActivityStatus.Running or ActivityStatus.Faulted))
        {
            return;
        }

        await CancelChildrenAsync();
        Transition(ActivityStatus.Canceled);
        Execution.RemoveBookmarksOf(this);
        Journal("Canceled");

        if (Parent is { Status: ActivityStatus.Running } parent)
        {
            await parent.Node.Activity!.OnChildCanceledAsync(parent, this);
        }
    }

    /// <summary>Does not want to hear of the children that are at work or scheduled any more.</summary>
    public void DetachChildren()
    {
        foreach (var child in _children)
        {
            child.IsDetached = true;
        }
    }

    internal void Transition(ActivityStatus next)
    {
        Execution.CountTransition(Status, next);
        Parent?.Count(Status, -1);
        Parent?.Count(next, +1);
        Status = next;

        if (next is ActivityStatus.Completed or ActivityStatus.Canceled)
        {
            Unlink();
        }
        else
        {
            Link();
        }
    }

    internal void DeclareVariables(IReadOnlyList<VariableState>? dynamic, IReadOnlyList<VariableState>? stored, JsonObject? overrides)
    {
        foreach (var definition in Node.Variables)
        {
            var initial = overrides is not null && overrides.TryGetPropertyValue(definition.Name, out var given)
                ? ValueConverter.Coerce(given, definition.Type).Detached()
                : definition.InitialValue().Detached();
            (_variables ??= []).Add(new VariableSlot(definition, initial, isDynamic: false));
        }

        foreach (var variable in dynamic ?? [])
        {
            DeclareDynamic(variable.Name!, ValueTypes.Resolve(variable.TypeName), variable.Value, variable.Id);
        }

        foreach (var variable in stored ?? [])
        {
            if (variable.Name is not null)
            {
                DeclareDynamic(variable.Name, ValueTypes.Resolve(variable.TypeName), variable.Value, variable.Id);
            }
            else
            {
                _variables?.Find(slot => slot.Definition.Id == variable.Id)?.Set(variable.Value);
            }
        }
    }

    internal void DeclareDynamic(string name, Type type, JsonNode? value, string id) => (_variables ??= []).Add(new VariableSlot(
        new VariableDefinition(id, name, type, ValueTypes.AliasOf(type), null, StorageDriver.WorkflowInstance), value.Detached(), isDynamic: true));

    internal VariableSlot? FindVariable(Predicate<VariableSlot> matches)
    {
        for (var context = this; context is not null; context = context.Parent)
        {
            if (context._variables?.Find(matches) is { } slot)
            {
                return slot;
            }
        }

        return null;
    }

    /// <summary>The run of the workflow around this activity: the instance's own, or one that is used as an activity.</summary>
    internal ActivityExecutionContext? FindFrame()
    {
        var context = this;

        while (context is not null && context.Node.Workflow is null)
        {
            context = context.Parent;
        }

        return context;
    }

    internal JsonNode? GetFrameInput(string name) =>
        Parent is null ? Execution.State.Input.GetValueOrDefault(name) : Parent.GetInput(name);

    internal void SetFrameOutput(string name, JsonNode? value)
    {
        if (Parent is null)
        {
            Execution.State.Output[name] = value.Detached();
        }
        else
        {
            Parent.SetOutput(name, value?.DeepClone());
        }
    }

    internal async ValueTask EvaluateInputsAsync()
    {
        foreach (var binding in Node.Inputs)
        {
            if (binding.AutoEvaluate && Inputs?.ContainsKey(binding.Name) != true)
            {
                await EvaluateInputAsync(binding);
            }
        }
    }

    private async ValueTask EvaluateInputAsync(InputBinding binding)
    {
        try
        {
            var value = await binding.Expression.EvaluateAsync(Scope, CancellationToken);
            (Inputs ??= new(StringComparer.Ordinal))[binding.Name] = ValueConverter.Coerce(value, binding.Type).Detached();
        }
        catch (Exception e) when (!Execution.MustPropagate(e))
        {
            throw new InputEvaluationException($"Failed to evaluate activity input '{binding.Name}'", e);
        }
    }

    private async ValueTask CancelChildrenAsync()
    {
        if (_children.Count == 0)
        {
            return;
        }

        foreach (var child in _children.ToArray())
        {
            await child.CancelAsync();
        }
    }

    private void Count(ActivityStatus status, int difference)
    {
        if (status == ActivityStatus.Running)
        {
            RunningChildren += difference;
        }
        else if (status == ActivityStatus.Faulted)
        {
            FaultedChildren += difference;
        }
    }

    private void Link()
    {
        if (Parent is not null && _link is null)
        {
            _link = Parent._children.AddLast(this);
            Parent.Link();
        }
    }

    /// <summary>A run that is over is forgotten, unless something below it still lives.</summary>
    private void Unlink()
    {
        if (_link is null || _children.Count > 0)
        {
            return;
        }

        Parent!._children.Remove(_link);
        _link = null;

        if (Parent.Status is ActivityStatus.Completed or ActivityStatus.Canceled)
        {
            Parent.Unlink();
        }
    }
}
