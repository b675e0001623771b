using System.Threading.Channels;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Batching;

/// <summary>
/// Group commit: callers hand in single entries and await their own result; each writer loop takes what has gathered and writes it in one transaction.
/// A lone entry is written at once; under load batches grow by themselves, and a writer gives them a moment to: each transaction costs round trips and a
/// wait for the disk, whatever is in it. A full queue makes callers wait (back-pressure).
/// </summary>
/// <param name="write">
/// Writes a batch, all of it or nothing; returns one result per entry, in order. A fault of the infrastructure reaches every caller of the batch; after any other
/// exception the entries are written one by one, so that one that the database refuses fails its own caller only.
/// </param>
/// <param name="writers">Transactions that may be under way at once.</param>
public sealed class GroupWriter<TEntry, TResult>(
    Func<IReadOnlyList<TEntry>, CancellationToken, Task<IReadOnlyList<TResult>>> write,
    int writers,
    BatchingOptions options) : IAsyncDisposable
{
    private readonly Channel<(TEntry Entry, TaskCompletionSource<TResult> Done)> _queue =
        Channel.CreateBounded<(TEntry, TaskCompletionSource<TResult>)>(new BoundedChannelOptions(options.Capacity) { SingleReader = writers == 1 });

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _startLock = new();
    private Task[]? _loops;

    /// <summary>Returns when the entry's transaction is durable.</summary>
    /// <exception cref="ChannelClosedException">The writer was stopped.</exception>
    public async Task<TResult> WriteAsync(TEntry entry, CancellationToken cancellation)
    {
        EnsureStarted();
        var done = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync((entry, done), cancellation);
        return await done.Task;
    }

    /// <summary>Writes what is queued, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        _stopping.CancelAfter(TimeSpan.FromSeconds(10));
        if (_loops is not null)
        {
            await Task.WhenAll(_loops);
        }

        _stopping.Dispose();
    }

    private void EnsureStarted()
    {
        if (_loops is not null)
        {
            return;
        }

        lock (_startLock)
        {
            _loops ??= [.. Enumerable.Range(0, writers).Select(_ => LoopAsync())];
        }
    }

    private async Task LoopAsync()
    {
        await Task.Yield();
        var batch = new List<(TEntry Entry, TaskCompletionSource<TResult> Done)>(options.MaxBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < options.MaxBatch && _queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            if (batch.Count > 0)
            {
                await WriteBatchAsync(batch);
            }

            if (batch.Count > 1 && batch.Count < options.MaxBatch && options.GatherPause > TimeSpan.Zero)
            {
                await Task.Delay(options.GatherPause, TimeProvider.System);
            }
        }
    }

    private async Task WriteBatchAsync(IReadOnlyList<(TEntry Entry, TaskCompletionSource<TResult> Done)> batch)
    {
        try
        {
            var results = await write([.. batch.Select(item => item.Entry)], _stopping.Token);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Done.SetResult(results[i]);
            }
        }
        catch (Exception exception) when (batch.Count == 1 || exception is IInfrastructureFault or OperationCanceledException)
        {
            foreach (var (_, done) in batch)
            {
                done.TrySetException(exception);
            }
        }
        catch (Exception)
        {
            foreach (var item in batch)
            {
                await WriteBatchAsync([item]);
            }
        }
    }
}
