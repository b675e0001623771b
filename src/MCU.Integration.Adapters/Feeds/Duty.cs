using MCU.Integration.Pipeline.Nodes;

namespace MCU.Integration.Adapters.Feeds;

/// <summary>A duty that this node tries to hold; prolonged when a third of its lease is over.</summary>
internal sealed class Duty(ILeadership leadership, string name, string owner, TimeSpan lease, TimeProvider time)
{
    private long? _heldSince;

    public async Task<bool> HoldAsync(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return false;
        }

        if (_heldSince is { } since && time.GetElapsedTime(since) < lease / 3)
        {
            return true;
        }

        var asked = time.GetTimestamp();
        _heldSince = await leadership.AcquireAsync(name, owner, lease, time.GetUtcNow(), cancellation) ? asked : null;
        return _heldSince is not null;
    }

    /// <summary>Lets another node take over at once instead of after the lease.</summary>
    public async Task ResignAsync()
    {
        if (_heldSince is null)
        {
            return;
        }

        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
            await leadership.ResignAsync(name, owner, patience.Token);
        }
        catch (Exception)
        {
            // The lease runs out by itself.
        }
    }
}
