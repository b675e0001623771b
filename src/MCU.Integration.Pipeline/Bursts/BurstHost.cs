using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>Gives the hub's activities the scope of their burst.</summary>
internal sealed class BurstHost(BurstScope scope) : IBurstHost
{
    public T? Get<T>()
        where T : class => scope as T;

    // Nothing of this hub's own leaves the process inside a burst: deliveries go out after the commit.
    public ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
