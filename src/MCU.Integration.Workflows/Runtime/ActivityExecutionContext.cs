using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Tasks;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>One run of an activity: what it may read, write and ask for. Valid until the burst ends.</summary>
public sealed partial class ActivityExecutionContext
{
    private ActivityScope? _scope;
    private Dictionary<string, JsonNode?>? _properties;
    private object? _live;

    internal ActivityExecutionContext(WorkflowExecution execution, string id, ActivityNode node, ActivityExecutionContext? parent)
    {
        Execution = execution;
        Id = id;
        Node = node;
        Parent = parent;
    }

    /// <summary>The run's id.</summary>
    public string Id { get; }

    /// <summary>The node.</summary>
    public ActivityNode Node { get; }

    /// <summary>The run around it; <see langword="null"/> for the workflow.</summary>
    public ActivityExecutionContext? Parent { get; }

    /// <summary>What the parent told itself when it scheduled this run.</summary>
    public string? Tag { get; internal init; }

    /// <summary>The status.</summary>
    public ActivityStatus Status { get; private set; }

    /// <summary>The instance's id.</summary>
    public string InstanceId => Execution.State.InstanceId;

    /// <summary>The instance's correlation id.</summary>
    public string? CorrelationId
    {
        get => Execution.State.CorrelationId;
        set => Execution.State.CorrelationId = value;
    }

    /// <summary>The instance's name.</summary>
    public string? InstanceName
    {
        get => Execution.State.Name;
        set => Execution.State.Name = value;
    }

    /// <summary>The instance that started this one.</summary>
    public string? ParentInstanceId => Execution.State.ParentInstanceId;

    /// <summary>The workflow.</summary>
    public PreparedWorkflow Workflow => Execution.Workflow;

    /// <summary>The host of the burst.</summary>
    public IBurstHost Host => Execution.Host;

    /// <summary>The clock.</summary>
    public TimeProvider Time => Execution.Time;

    /// <summary>Fires when the host wants to stop.</summary>
    public CancellationToken CancellationToken => Execution.CancellationToken;

    /// <summary>Whether the burst served a request on a node that died: what it answers, nobody hears.</summary>
    public bool IsCallerGone => Execution.IsCallerGone;

    /// <summary>What expressions of this activity see.</summary>
    public IExpressionScope Scope => _scope ??= new ActivityScope(this);

    internal WorkflowExecution Execution { get; }

    /// <summary>
    /// Whether this run is what started the instance: then it has nothing to wait for. True once; a loop back to the trigger waits.
    /// </summary>
    /// <param name="input">What came with the stimulus.</param>
    public bool TryTakeTrigger(out JsonNode? input)
    {
        input = null;

        // A workflow used as an activity may contain an activity of the same id.
        return FindFrame() is { Parent: null } && Execution.TryTakeTrigger(Node, out input);
    }

    /// <summary>The evaluated value of an input.</summary>
    public T? Get<T>(Input<T> input) => GetInput<T>(input.Name);

    /// <summary>The evaluated value of an input, by its name.</summary>
    public T? GetInput<T>(string name) => ValueConverter.As<T>(GetInput(name));

    /// <summary>The evaluated value of an input, by its name; null if it was not given. Treat it as read-only.</summary>
    public JsonNode? GetInput(string name) => Inputs?.GetValueOrDefault(name);

    /// <summary>Evaluates an input now (again): for those that are not evaluated beforehand, such as the condition of a loop.</summary>
    public async ValueTask<T?> EvaluateAsync<T>(Input<T> input)
    {
        if (Node.FindInput(input.Name) is { } binding)
        {
            await EvaluateInputAsync(binding);
        }

        return Get(input);
    }

    /// <summary>Evaluates an expression that the activity got in a raw input.</summary>
    public async ValueTask<T?> EvaluateAsync<T>(CompiledExpression expression) =>
        ValueConverter.As<T>(await expression.EvaluateAsync(Scope, CancellationToken));

    /// <summary>Evaluates an input with arguments that it sees as <c>args.name</c>, without keeping the value.</summary>
    public async ValueTask<T?> EvaluateAsync<T>(Input<T> input, IReadOnlyDictionary<string, JsonNode?> arguments) =>
        Node.FindInput(input.Name) is { } binding
            ? ValueConverter.As<T>(await binding.Expression.EvaluateAsync(new ActivityScope(this) { Arguments = arguments }, CancellationToken))
            : default;

    /// <summary>The type of the variable that an output is bound to; null if it is bound to none.</summary>
    public Type? TargetTypeOf(string outputName) =>
        Node.OutputTargets.TryGetValue(outputName, out var target) && (Parent ?? this).FindVariable(slot => slot.Definition.Id == target) is { } variable
            ? variable.Definition.Type
            : null;

    /// <summary>Writes an output, and the variable or workflow output that it is bound to.</summary>
    public void Set<T>(Output<T> output, T value) => SetOutput(output.Name, Values.JsonConversion.ToNode(value));

    /// <summary>Writes an output by its name.</summary>
    public void SetOutput(string name, JsonNode? value)
    {
        value = value.Detached();
        (Outputs ??= new(StringComparer.Ordinal))[name] = value;
        Execution.RecordOutput(Node, name, value);

        if (Node.OutputTargets.TryGetValue(name, out var target))
        {
            var scope = Parent ?? this;

            if (!scope.TrySetVariableById(target, value) && scope.FindFrame() is { } frame
                && frame.Node.Workflow!.Outputs.Any(output => output.Name == target))
            {
                frame.SetFrameOutput(target, value);
            }
        }
    }

    /// <summary>Writes an output of the workflow around this activity.</summary>
    public void SetWorkflowOutput(string name, JsonNode? value) => FindFrame()!.SetFrameOutput(name, value);

    /// <summary>Assigns the variable with this id, innermost first.</summary>
    /// <returns>False if there is none in reach.</returns>
    /// <exception cref="ValueConversionException">The value is not of the variable's type.</exception>
    public bool TrySetVariableById(string id, JsonNode? value)
    {
        if (FindVariable(slot => slot.Definition.Id == id) is not { } found)
        {
            return false;
        }

        found.Set(value);
        return true;
    }

    /// <summary>A value that the activity keeps between its steps, across suspensions.</summary>
    public JsonNode? GetProperty(string name) => _properties?.GetValueOrDefault(name);

    /// <summary>Keeps a value between the activity's steps.</summary>
    public void SetProperty(string name, JsonNode? value) => (_properties ??= new(StringComparer.Ordinal))[name] = value.Detached();

    /// <summary>
    /// An object that the activity keeps between its steps: stored by <see cref="Activity.SaveLive"/>, and loaded back here.
    /// </summary>
    public T Live<T>(Func<T> create, Func<JsonNode, T> load)
        where T : class
    {
        if (_live is null)
        {
            _live = SavedLive is { } saved ? load(saved) : create();
            SavedLive = null;
        }

        return (T)_live;
    }

    /// <summary>Schedules a child behind everything that is scheduled already.</summary>
    /// <param name="child">A node inside this one.</param>
    /// <param name="tag">What this activity wants to remember when the child completes.</param>
    /// <param name="variables">Variables that exist for the child only.</param>
    public void Schedule(ActivityNode child, string? tag = null, params IReadOnlyList<VariableState>? variables) =>
        Execution.Schedule(child, this, tag, variables);

    /// <summary>Waits for a stimulus.</summary>
    /// <param name="stimulus">What to wait for.</param>
    /// <param name="dueAt">When a timer resumes it by itself.</param>
    /// <param name="callback">What the activity wants to know when it is resumed.</param>
    /// <param name="autoBurn">Whether the first resumption removes the bookmark.</param>
    public Bookmark CreateBookmark(Stimulus stimulus, DateTimeOffset? dueAt = null, string? callback = null, bool autoBurn = true)
    {
        var bookmark = new Bookmark
        {
            Id = Execution.NewId(),
            StimulusName = stimulus.Name,
            Hash = stimulus.Hash,
            Payload = stimulus.Shown(),
            ActivityId = Node.Id,
            ActivityNodeId = Node.NodeId,
            ActivityInstanceId = Id,
            DueAt = dueAt,
            Callback = callback,
            AutoBurn = autoBurn,
            CreatedAt = Time.GetUtcNow(),
        };
        Execution.State.Bookmarks.Add(bookmark);
        HasNewBookmarks = true;
        return bookmark;
    }

    /// <summary>Removes one of its bookmarks.</summary>
    public void RemoveBookmark(string bookmarkId) => Execution.State.Bookmarks.RemoveAll(bookmark => bookmark.Id == bookmarkId && bookmark.ActivityInstanceId == Id);

    /// <summary>Removes all its bookmarks.</summary>
    public void RemoveBookmarks() => Execution.RemoveBookmarksOf(this);

    /// <summary>Writes a line into the instance's journal.</summary>
    public void Journal(string eventName, string? message = null, JsonNode? payload = null) =>
        Execution.Log(this, eventName, message, payload);

    /// <summary>Adds a value to the record of this run, where the designer shows it.</summary>
    public void SetJournalData(string name, JsonNode? value) => (JournalData ??= [])[name] = value.Detached();

    /// <summary>Stores what the burst did so far, if the host can; call it before something leaves the process.</summary>
    public ValueTask CommitAsync() => Execution.CommitAsync();

    /// <summary>Sends a stimulus when the burst is committed.</summary>
    public void Send(SentStimulus stimulus) => Execution.Outbox.Stimuli.Add(stimulus);

    /// <summary>Asks for a child workflow to be started when the burst is committed.</summary>
    public void Dispatch(ChildDispatch child) => Execution.Outbox.Dispatches.Add(child);

    /// <summary>Asks somebody outside to do a task.</summary>
    public void Request(TaskRequest task) => Execution.Outbox.Tasks.Add(task);

    /// <summary>Runs a child workflow now, within this burst, until it waits or ends; it is committed together with this instance.</summary>
    /// <returns>The child's state, read-only.</returns>
    /// <exception cref="InvalidOperationException">Children are nested too deep.</exception>
    public ValueTask<WorkflowState> RunChildAsync(PreparedWorkflow workflow, StartRequest request) => Execution.RunChildAsync(workflow, request);

    /// <summary>Goes on with a child that ran within an earlier burst of this activity, whose node died after it had stored it.</summary>
    /// <returns>The child's state, read-only; null if it was never stored.</returns>
    public ValueTask<WorkflowState?> AdoptChildAsync(string instanceId) => Execution.AdoptChildAsync(instanceId);

    /// <summary>A service of the host that the activity cannot do without.</summary>
    /// <exception cref="InvalidOperationException">The host has none, e.g. in a dry run.</exception>
    public T Require<T>()
        where T : class => Host.Get<T>() ?? throw new InvalidOperationException($"{Node.TypeName} cannot run here: the host has no {typeof(T).Name}.");

    /// <summary>An id for something that the activity creates: 32 lower-case hex digits.</summary>
    public string NewId() => Execution.NewId();

    /// <summary>Ends the whole workflow at once: nothing scheduled runs, nothing waits.</summary>
    public void FinishWorkflow() => Execution.Finish();

    internal JsonNode? LiveToJson() => _live is null ? SavedLive : Node.Activity!.SaveLive(_live);
}
