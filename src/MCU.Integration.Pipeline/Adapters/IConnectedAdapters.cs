namespace MCU.Integration.Pipeline.Adapters;

public interface IConnectedAdapters
{
    /// <summary>Whether the system has an address; a paused one has.</summary>
    ValueTask<bool> IsConnectedAsync(string adapter, CancellationToken cancellation);
}
