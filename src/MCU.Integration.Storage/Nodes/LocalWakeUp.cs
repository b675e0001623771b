using MCU.Integration.Pipeline.Nodes;

namespace MCU.Integration.Storage.Nodes;

/// <summary>
/// Signals within the process. A signal wakes everybody who waits; when nobody does it is kept for the next wait, so that what came between a loop's
/// look and its wait is not slept over.
/// </summary>
internal sealed class LocalWakeUp(TimeProvider time) : IWakeUp
{
    private readonly Channel[] _channels = [.. Enum.GetValues<WakeUpChannel>().Select(_ => new Channel())];

    public void Signal(WakeUpChannel channel) => _channels[(int)channel].Signal();

    public async Task WaitAsync(WakeUpChannel channel, TimeSpan atMost, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var signalled = _channels[(int)channel].Next();
        if (signalled.IsCompleted || atMost <= TimeSpan.Zero)
        {
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(signalled, Task.Delay(atMost, time, ended.Token));
        await ended.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private sealed class Channel
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource? _waiting;
        private bool _kept;

        public void Signal()
        {
            TaskCompletionSource? waiting;
            lock (_gate)
            {
                waiting = _waiting;
                _waiting = null;
                _kept = waiting is null;
            }

            waiting?.TrySetResult();
        }

        public Task Next()
        {
            lock (_gate)
            {
                if (_kept)
                {
                    _kept = false;
                    return Task.CompletedTask;
                }

                _waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                return _waiting.Task;
            }
        }
    }
}
