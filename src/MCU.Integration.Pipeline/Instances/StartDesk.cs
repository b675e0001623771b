using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using UuidV7Source = MCU.Integration.Domain.Ids.UuidV7Source;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>Starts workflows for people and programs.</summary>
public sealed class StartDesk(
    IDefinitionStore definitions,
    WorkflowCache workflows,
    ImmediateBursts bursts,
    Committer committer,
    WorkInputs inputs,
    IIdSource instanceIds,
    UuidV7Source ids,
    TimeProvider time)
{
    /// <summary>Largest number of instances that one request may dispatch.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>Runs a workflow until it waits or ends.</summary>
    /// <param name="exchange">The request, for workflows that answer it by themselves; null when nobody waits for an HTTP answer.</param>
    /// <exception cref="UseCaseException">There is no such version.</exception>
    public async Task<ExecuteResult> ExecuteAsync(Actor actor, ExecuteRequest request, IHttpExchange? exchange, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        var version = await FindAsync(request, cancellation);
        var (workflow, draft) = await workflows.ToStartAsync(version.Id, cancellation);
        var start = new StartRequest
        {
            InstanceId = request.InstanceId ?? instanceIds.NewId(),
            CorrelationId = request.CorrelationId,
            Name = request.Name,
            TriggerActivityId = request.TriggerActivityId,
            Input = request.Input,
            Variables = request.Variables,
        };
        var result = await bursts.StartAsync(workflow, start, exchange, cancellation, draft);
        return result.Refused ? new(null, null) : new(start.InstanceId, result.State);
    }

    /// <summary>Has instances started in the background; each is visible when its first burst is over.</summary>
    /// <returns>Their ids.</returns>
    /// <exception cref="UseCaseException">There is no such version, or too many are asked for.</exception>
    public async Task<IReadOnlyList<string>> DispatchAsync(Actor actor, ExecuteRequest request, int count, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        if (count is < 1 or > MostAtOnce)
        {
            throw UseCaseException.Invalid("/count", "out_of_range", $"Between 1 and {MostAtOnce} instances can be dispatched at once.");
        }

        var version = await FindAsync(request, cancellation);
        var input = inputs.Hold(new() { Input = request.Input, Name = request.Name });
        var now = time.GetUtcNow();
        var changes = new ChangeSet { Now = now };
        for (var i = 0; i < count; i++)
        {
            var instanceId = i == 0 && request.InstanceId is { } given ? given : instanceIds.NewId();
            var id = ids.Next<WorkItemId>();
            changes.WorkItems.Add(new(id, WorkKind.DispatchWorkflow, "instance:" + instanceId, now, now)
            {
                DefinitionVersionId = version.Id,
                TriggerActivityId = request.TriggerActivityId,
                InstanceId = instanceId,
                CorrelationId = request.CorrelationId,
                Input = input.For(id),
            });
        }

        await committer.CommitAsync(changes, cancellation);
        return [.. changes.WorkItems.Select(item => item.InstanceId!)];
    }

    private async Task<DefinitionRow> FindAsync(ExecuteRequest request, CancellationToken cancellation) =>
        request.Version.Choose(await definitions.VersionsAsync(request.DefinitionId, cancellation))
        ?? throw UseCaseException.NotFound("such workflow, or such version of it");
}
