using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>
/// Bursts that somebody waits for: computed at once, without a work item, committed in one change set. When the call returns, the result is durable.
/// A burst that commits in its middle gets an item then, so that it is finished even if this node dies.
/// </summary>
public sealed class ImmediateBursts(
    BurstRunner runner,
    IInstanceStore instances,
    Committer committer,
    ComputePlaces places,
    IWorkQueue queue,
    IWakeUp wakeUp,
    IOptions<BurstOptions> options,
    TimeProvider time)
{
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(20);

    /// <exception cref="OperationCanceledException">Cancelled before the commit; nothing was kept, save what was committed in the middle, which goes on in the background.</exception>
    /// <param name="draft">The snapshot that an instance of a draft is stored with (<see cref="WorkflowCache.ToStartAsync"/>).</param>
    public Task<ImmediateResult> StartAsync(
        PreparedWorkflow workflow, StartRequest request, IHttpExchange? exchange, CancellationToken cancellation, DefinitionSnapshot? draft = null) =>
        DriveAsync(() => runner.StartAsync(workflow, request, exchange, cancellation, draft)!, cancellation);

    /// <summary>Resumes an instance at a bookmark. Nothing happens when it no longer waits there.</summary>
    public Task<ImmediateResult> ResumeAsync(string instanceId, string bookmarkId, JsonNode? input, IHttpExchange? exchange, CancellationToken cancellation) =>
        WithInstanceAsync(instanceId, known => runner.ResumeAsync(known, new(bookmarkId, input), exchange, cancellation), cancellation);

    /// <param name="audit">Written with the burst, if there is anything to repeat.</param>
    public Task<ImmediateResult> RetryAsync(string instanceId, AuditEntry audit, CancellationToken cancellation) =>
        WithInstanceAsync(instanceId, async known => Noted(await runner.RetryAsync(known, cancellation), audit), cancellation);

    /// <param name="audit">Written with the burst, if there is anything to end.</param>
    public Task<ImmediateResult> CancelAsync(string instanceId, AuditEntry audit, CancellationToken cancellation) =>
        WithInstanceAsync(instanceId, async known => Noted(await runner.CancelAsync(known, cancellation), audit), cancellation);

    private Task<ImmediateResult> WithInstanceAsync(string instanceId, Func<(InstanceRow Row, SealedBody State), Task<ComputedBurst>> compute, CancellationToken cancellation) =>
        DriveAsync(async () => await instances.LoadAsync(instanceId, cancellation) is { } known ? await compute(known) : null, cancellation);

    private static ComputedBurst Noted(ComputedBurst burst, AuditEntry audit)
    {
        if (burst.State is not null)
        {
            burst.Changes.Audit.Add(audit);
        }

        return burst;
    }

    private async Task<ImmediateResult> DriveAsync(Func<Task<ComputedBurst?>> compute, CancellationToken cancellation)
    {
        for (var round = 0; ; round++)
        {
            var (outcome, held, burst) = await TryAsync(compute, cancellation);
            switch (outcome)
            {
                case CommitOutcome.Committed:
                    return new(burst?.State);
                case CommitOutcome.NotActivated:
                    return new(null, Refused: true);
                case CommitOutcome.Refused:
                    throw new InvalidDataException("The database cannot hold a value of this change set.");
                case CommitOutcome.Conflict when held is null && round < options.Value.MaxRecomputations:
                    break;
                case CommitOutcome.Conflict when held is null:
                    throw new TimeoutException("Others kept changing the instance.");
                default:
                    await HandOverAsync(held);
                    return new(null);
            }
        }
    }

    private async Task<(CommitOutcome Outcome, LeasedWorkItem? Held, ComputedBurst? Burst)> TryAsync(Func<Task<ComputedBurst?>> compute, CancellationToken cancellation)
    {
        try
        {
            var burst = await ComputeAsync(compute, cancellation);
            return burst is null || IsEmpty(burst)
                ? (CommitOutcome.Committed, null, burst)
                : (await committer.CommitAsync(burst.Changes, CancellationToken.None), burst.Item, burst);
        }
        catch (BurstAbandonedException abandoned)
        {
            return (abandoned.Outcome, abandoned.Item, null);
        }
    }

    private async Task<ComputedBurst?> ComputeAsync(Func<Task<ComputedBurst?>> compute, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await places.EnterAsync(cancellation);
            try
            {
                return await compute();
            }
            catch (PostponeException) when (attempt < 100)
            {
                // Another burst of the instance is under way.
            }
            finally
            {
                places.Leave();
            }

            await Task.Delay(BusyPause, time, cancellation);
        }
    }

    // What this burst committed on its way stands; another burst goes on from there, or finds that there is nothing to do.
    private async Task HandOverAsync(LeasedWorkItem? held)
    {
        if (held is not null)
        {
            await queue.ReleaseAsync([held.Lease], CancellationToken.None);
            wakeUp.Signal(WakeUpChannel.Work);
        }
    }

    private static bool IsEmpty(ComputedBurst burst) => burst.State is null && burst.Item is null;
}
