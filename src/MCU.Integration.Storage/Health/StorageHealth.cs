using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Health;

internal sealed class StorageHealth(HubDatabase database, TimeProvider time) : IStorageHealth
{
    public async Task<TimeSpan> ProbeAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        await database.WriteAsync(
            session => session.ExecuteAsync("update hub_state set value = value + 1 where name = 'probe'", null, cancellation), cancellation);
        return time.GetElapsedTime(started);
    }
}
