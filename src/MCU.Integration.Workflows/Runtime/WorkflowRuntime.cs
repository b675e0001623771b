using System.Text.Json.Nodes;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>
/// Runs workflows. Each call is one burst: computation on a state that the caller loaded, returning what changed. Nothing is
/// stored here. Exceptions marked <see cref="IInfrastructureFault"/> and cancellation leave the call; every other exception of an
/// activity becomes an incident. Thread-safe.
/// </summary>
public sealed class WorkflowRuntime(TimeProvider time, IIdSource ids, WorkflowRuntimeOptions? options = null)
{
    private readonly WorkflowRuntimeOptions _options = options ?? new WorkflowRuntimeOptions();

    /// <summary>Creates an instance and runs it until it waits or ends.</summary>
    public async ValueTask<BurstResult> StartAsync(
        PreparedWorkflow workflow, StartRequest request, IBurstHost host, CancellationToken cancellationToken)
    {
        var execution = Create(workflow, NewState(workflow, request, time.GetUtcNow()), host, request.Variables, cancellationToken);
        execution.SetTrigger(request.TriggerActivityId, request.TriggerInput?.DeepClone());
        execution.ScheduleRoot();
        await execution.RunAsync();
        return await execution.TakeResultAsync();
    }

    /// <summary>Resumes an instance at a bookmark and runs it until it waits or ends again.</summary>
    /// <param name="workflow">The version that the instance started with.</param>
    /// <param name="state">The state; taken over.</param>
    /// <param name="request">The bookmark.</param>
    /// <param name="host">The host.</param>
    /// <param name="cancellationToken">Stops the burst.</param>
    /// <returns><see cref="BurstResult.HasRun"/> is false if the instance is over or no longer waits there.</returns>
    public async ValueTask<BurstResult> ResumeAsync(
        PreparedWorkflow workflow, WorkflowState state, ResumeRequest request, IBurstHost host, CancellationToken cancellationToken)
    {
        var bookmark = state.Bookmarks.Find(candidate => candidate.Id == request.BookmarkId);

        if (bookmark is null || state.Status != WorkflowStatus.Running)
        {
            return new BurstResult { State = state, HasRun = false };
        }

        var execution = Create(workflow, state, host, null, cancellationToken);
        execution.Load();

        if (execution.FindContext(bookmark.ActivityInstanceId) is not { Status: ActivityStatus.Running } context)
        {
            return new BurstResult { State = state, HasRun = false };
        }

        await execution.RunAsync(() => execution.ResumeAsync(context, bookmark, request.Input?.DeepClone()));
        return await execution.TakeResultAsync();
    }

    /// <summary>
    /// Ends an instance: bookmarks go, running activities count as canceled. Nothing happens to one that is over. A child that ran inside
    /// a burst whose node died ends with it.
    /// </summary>
    public async ValueTask<BurstResult> CancelAsync(PreparedWorkflow workflow, WorkflowState state, IBurstHost host, CancellationToken cancellationToken)
    {
        if (state.Status != WorkflowStatus.Running)
        {
            return new BurstResult { State = state, HasRun = false };
        }

        var execution = Create(workflow, state, host, null, cancellationToken);
        execution.Load();
        await execution.CancelAsync();
        return await execution.TakeResultAsync();
    }

    /// <summary>
    /// Repeats the faulted activities of an instance, whose cause has been removed, and goes on from there. Their inputs are
    /// evaluated anew; one that failed when it was resumed is resumed again with the same input.
    /// </summary>
    public async ValueTask<BurstResult> RetryFaultedAsync(
        PreparedWorkflow workflow, WorkflowState state, IBurstHost host, CancellationToken cancellationToken)
    {
        if (state.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)
        {
            return new BurstResult { State = state, HasRun = false };
        }

        var execution = Create(workflow, state, host, null, cancellationToken);
        execution.Load();

        if (!execution.ScheduleFaulted())
        {
            return new BurstResult { State = state, HasRun = false };
        }

        state.FinishedAt = null;
        await execution.RunAsync();
        return await execution.TakeResultAsync();
    }

    /// <summary>Goes on with an instance that was committed in the middle of a burst by a node that then died.</summary>
    public async ValueTask<BurstResult> ContinueAsync(
        PreparedWorkflow workflow, WorkflowState state, IBurstHost host, CancellationToken cancellationToken)
    {
        if (state.SubStatus != WorkflowSubStatus.Executing)
        {
            return new BurstResult { State = state, HasRun = false };
        }

        var execution = Create(workflow, state, host, null, cancellationToken);
        execution.Load();
        execution.ScheduleInterrupted();
        await execution.RunAsync();
        return await execution.TakeResultAsync();
    }

    /// <summary>The triggers of a version. Their inputs are evaluated without an instance: variables have their defaults.</summary>
    /// <exception cref="InputEvaluationException">The input of a trigger cannot be evaluated so: a problem to report at publishing.</exception>
    public async ValueTask<IReadOnlyList<TriggerDescription>> DescribeTriggersAsync(PreparedWorkflow workflow, CancellationToken cancellationToken)
    {
        var triggers = new List<TriggerDescription>();

        foreach (var node in workflow.TriggerNodes)
        {
            var state = NewState(workflow, new StartRequest { InstanceId = "" }, time.GetUtcNow());
            var execution = Create(workflow, state, NullBurstHost.Instance, null, cancellationToken);
            var context = CreateChain(execution, node);
            await context.EvaluateInputsAsync();

            triggers.AddRange(node.Activity!.GetTriggers(context).Select(stimulus => new TriggerDescription(
                node.Id, node.NodeId, stimulus.Name, stimulus.Hash, stimulus.Shown(), stimulus.Schedule)));
        }

        return triggers;
    }

    private static ActivityExecutionContext CreateChain(WorkflowExecution execution, ActivityNode node)
    {
        var context = new ActivityExecutionContext(execution, node.NodeId, node, node.Parent is null ? null : CreateChain(execution, node.Parent));
        context.DeclareVariables(null, null, null);
        return context;
    }

    private WorkflowExecution Create(
        PreparedWorkflow workflow, WorkflowState state, IBurstHost host, JsonObject? variables, CancellationToken cancellationToken) =>
        new(workflow, state, host, time, ids, _options, cancellationToken) { VariableOverrides = variables };

    internal static WorkflowState NewState(PreparedWorkflow workflow, StartRequest request, DateTimeOffset now) => new()
    {
        InstanceId = request.InstanceId,
        DefinitionId = workflow.Definition.DefinitionId,
        DefinitionVersionId = workflow.Definition.Id,
        DefinitionVersion = workflow.Definition.Version,
        ContentHash = workflow.Definition.ContentHash,
        CorrelationId = request.CorrelationId,
        Name = request.Name,
        ParentInstanceId = request.ParentInstanceId,
        OnFinished = request.OnFinished,
        TriggerActivityId = request.TriggerActivityId,
        Input = (request.Input ?? []).ToDictionary(pair => pair.Key, pair => pair.Value?.DeepClone(), StringComparer.Ordinal),
        Properties = (request.Properties ?? []).ToDictionary(pair => pair.Key, pair => pair.Value?.DeepClone(), StringComparer.Ordinal),
        CreatedAt = now,
        UpdatedAt = now,
    };
}
