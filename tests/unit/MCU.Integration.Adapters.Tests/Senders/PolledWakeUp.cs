using System.Collections.Concurrent;
using MCU.Integration.Pipeline.Nodes;

namespace MCU.Integration.Adapters.Tests.Senders;

/// <summary>Wakes within the process.</summary>
public sealed class PolledWakeUp(TimeProvider time) : IWakeUp
{
    private readonly ConcurrentDictionary<WakeUpChannel, SemaphoreSlim> _signals = new();

    public ConcurrentQueue<WakeUpChannel> Signalled { get; } = new();

    public void Signal(WakeUpChannel channel)
    {
        Signalled.Enqueue(channel);
        Of(channel).Release();
    }

    public async Task WaitAsync(WakeUpChannel channel, TimeSpan atMost, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, over.Token);
        await Of(channel).WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }

    private SemaphoreSlim Of(WakeUpChannel channel) => _signals.GetOrAdd(channel, _ => new(0));
}
