using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Work;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>Computes claimed items and has them committed; a conflict is computed again, a failure goes back to the queue.</summary>
public sealed partial class WorkProcessor(
    IWorkQueue queue,
    IMessageStore messages,
    IInstanceStore instances,
    BurstRunner runner,
    Committer committer,
    ComputePlaces places,
    IOptions<BurstOptions> options,
    TimeProvider time,
    ILogger<WorkProcessor> logger)
{
    private readonly BurstOptions _options = options.Value;

    /// <param name="finished">Called once for each item when it needs no place any more.</param>
    public async Task ProcessAsync(IReadOnlyList<LeasedWorkItem> items, Action finished, CancellationToken cancellation)
    {
        BurstSnapshot snapshot;
        try
        {
            snapshot = await LoadAsync(items, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LoadFailed(logger, exception, items.Count);
            await queue.ReleaseAsync([.. items.Select(item => item.Lease)], CancellationToken.None);
            foreach (var _ in items)
            {
                finished();
            }

            return;
        }

        await Task.WhenAll(items.Select(item => ProcessOneAsync(item, snapshot, finished, cancellation)));
    }

    private async Task ProcessOneAsync(LeasedWorkItem item, BurstSnapshot snapshot, Action finished, CancellationToken cancellation)
    {
        try
        {
            if (item.Attempts > _options.MaxAttempts)
            {
                // Whoever failed so often was buried by its last attempt: these ended with the process, and the next would end it again.
                Log.Poison(logger, item.Item.Id.Value, item.Attempts);
                await FailAsync(item, "attempts_exhausted", null, null);
            }
            else if (!await ComputeAndCommitAsync(item, snapshot, cancellation))
            {
                await PostponeAsync(item, "conflict", TimeSpan.FromMilliseconds(50));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await queue.ReleaseAsync([item.Lease], CancellationToken.None);
        }
        catch (PostponeException postponed)
        {
            await PostponeAsync(item, postponed.ReasonCode, postponed.Delay);
        }
        catch (Exception exception)
        {
            Log.BurstFailed(logger, exception, item.Item.Id.Value, item.Attempts);
            await FailAsync(item, "burst_failed", exception.GetType().Name, item.Attempts >= _options.MaxAttempts ? null : Backoff(item.Attempts));
        }
        finally
        {
            finished();
        }
    }

    private async Task<bool> ComputeAndCommitAsync(LeasedWorkItem item, BurstSnapshot snapshot, CancellationToken cancellation)
    {
        for (var round = 0; round <= _options.MaxRecomputations; round++)
        {
            var (outcome, held) = await TryAsync(item, snapshot, cancellation);
            switch (outcome)
            {
                case CommitOutcome.Committed:
                    return true;
                case CommitOutcome.NotActivated:
                    // Refused in the middle of the burst: the item is still there.
                    await committer.CommitAsync(new() { Lease = held.Lease, Now = time.GetUtcNow() }, cancellation);
                    return true;
                case CommitOutcome.Refused:
                    throw new InvalidDataException("The database cannot hold a value of this change set.");
                case CommitOutcome.LeaseLost:
                    Log.LeaseLost(logger, item.Item.Id.Value);
                    return true;
                default:
                    item = held;
                    snapshot = await LoadAsync([item], cancellation);
                    break;
            }
        }

        return false;
    }

    private async Task<(CommitOutcome Outcome, LeasedWorkItem Held)> TryAsync(LeasedWorkItem item, BurstSnapshot snapshot, CancellationToken cancellation)
    {
        try
        {
            var burst = await ComputeAsync(item, snapshot, cancellation);
            return (await committer.CommitAsync(burst.Changes, cancellation), burst.Item ?? item);
        }
        catch (BurstAbandonedException abandoned)
        {
            return (abandoned.Outcome, abandoned.Item ?? item);
        }
    }

    private async Task<ComputedBurst> ComputeAsync(LeasedWorkItem item, BurstSnapshot snapshot, CancellationToken cancellation)
    {
        await places.EnterAsync(cancellation);
        try
        {
            return await runner.RunAsync(item, snapshot, cancellation);
        }
        finally
        {
            places.Leave();
        }
    }

    private async Task<BurstSnapshot> LoadAsync(IReadOnlyList<LeasedWorkItem> items, CancellationToken cancellation)
    {
        var messageIds = items.Select(item => item.Item.MessageId).OfType<Ids.MessageId>().Distinct().ToList();
        var instanceIds = items.Select(item => item.Item.InstanceId).OfType<string>().Distinct().ToList();
        var loadedMessages = messageIds.Count == 0 ? [] : await messages.LoadAsync(messageIds, cancellation);
        var loadedInstances = instanceIds.Count == 0 ? [] : await instances.LoadAsync(instanceIds, cancellation);
        return new(
            loadedMessages.ToDictionary(message => message.Row.Id),
            loadedInstances.ToDictionary(instance => instance.Row.Id));
    }

    private Task FailAsync(LeasedWorkItem item, string reason, string? detail, TimeSpan? retryIn)
    {
        var now = time.GetUtcNow();
        return queue.FailAsync([new(item.Lease, reason, detail, now + retryIn)], now, CancellationToken.None);
    }

    private Task PostponeAsync(LeasedWorkItem item, string reason, TimeSpan delay)
    {
        var now = time.GetUtcNow();
        return queue.FailAsync([new(item.Lease, reason, null, now + delay) { NotCounted = true }], now, CancellationToken.None);
    }

    private static TimeSpan Backoff(int attempts) =>
        TimeSpan.FromMilliseconds(Math.Min(60_000, 100 * Math.Pow(2, Math.Min(attempts, 12))) * (0.75 + (Random.Shared.NextDouble() / 2)));

    private static partial class Log
    {
        [LoggerMessage(2011, LogLevel.Error, "What {Count} work items need could not be read; they go back to the queue")]
        public static partial void LoadFailed(ILogger logger, Exception exception, int count);

        [LoggerMessage(2012, LogLevel.Warning, "Work item {Item} failed in attempt {Attempt}")]
        public static partial void BurstFailed(ILogger logger, Exception exception, Guid item, int attempt);

        [LoggerMessage(2014, LogLevel.Error, "Work item {Item} is given up: {Attempts} attempts ended without a result")]
        public static partial void Poison(ILogger logger, Guid item, int attempts);

        [LoggerMessage(2013, LogLevel.Information, "Work item {Item} belongs to another node now; its result was dropped")]
        public static partial void LeaseLost(ILogger logger, Guid item);
    }
}
