namespace MCU.Integration.Pipeline.Nodes;

/// <summary>Tells waiting loops, on all nodes, that something is there to do. Polling stays as the fallback, so a lost signal only costs time.</summary>
public interface IWakeUp
{
    /// <summary>Signals a channel; within this process at once, elsewhere through the database when it can.</summary>
    void Signal(WakeUpChannel channel);

    /// <summary>Returns when the channel was signalled since the last wait, or after <paramref name="atMost"/>.</summary>
    Task WaitAsync(WakeUpChannel channel, TimeSpan atMost, CancellationToken cancellation);
}
