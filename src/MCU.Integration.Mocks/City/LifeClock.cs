namespace MCU.Integration.Mocks.City;

/// <summary>Runs the city's own actions after their delays, scaled by the pace.</summary>
internal sealed class LifeClock(TimeProvider time, double pace) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _pending;

    /// <summary>Actions that are due later or under way.</summary>
    public int Pending => Volatile.Read(ref _pending);

    public CancellationToken Stopping => _stop.Token;

    public TimeProvider Time => time;

    /// <param name="seconds">At pace 1.</param>
    public void After(double seconds, Action action) => Start(seconds, () =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Runs work of the city beside its callers and counts it as pending until it ends.</summary>
    public void Start(double seconds, Func<Task> work)
    {
        Interlocked.Increment(ref _pending);
        _ = RunAsync(TimeSpan.FromSeconds(seconds * pace), work);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
    }

    private async Task RunAsync(TimeSpan delay, Func<Task> work)
    {
        try
        {
            // Never inside the caller: it may hold the lock that the action needs.
            await Task.Yield();
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, time, _stop.Token);
            }

            await work();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }
}
