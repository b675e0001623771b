namespace MCU.Integration.Storage.Health;

/// <summary>Asks the database whether it can write, and how long a commit takes.</summary>
public interface IStorageHealth
{
    /// <summary>Commits one small row and returns how long that took: the figure that every throughput stands on.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached or written.</exception>
    Task<TimeSpan> ProbeAsync(CancellationToken cancellation);
}
