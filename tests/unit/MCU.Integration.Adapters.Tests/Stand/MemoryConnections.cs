using System.Collections.Concurrent;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Audit;

namespace MCU.Integration.Adapters.Tests.Stand;

public sealed class MemoryConnections : IAdapterConnectionStore
{
    private readonly ConcurrentDictionary<string, AdapterConnection> _rows = new();

    public ConcurrentQueue<(string Adapter, bool Success, string? Failure)> Health { get; } = new();

    public Task<IReadOnlyList<AdapterConnection>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<AdapterConnection>>([.. _rows.Values]);

    public Task<AdapterConnection?> FindAsync(string adapter, CancellationToken cancellation) => Task.FromResult(_rows.GetValueOrDefault(adapter));

    public Task SaveAsync(AdapterConnection connection, CancellationToken cancellation, AuditEntry? audit = null)
    {
        _rows[connection.Adapter] = connection;
        return Task.CompletedTask;
    }

    public Task RecordHealthAsync(string adapter, bool success, string? failure, DateTimeOffset at, CancellationToken cancellation)
    {
        Health.Enqueue((adapter, success, failure));
        return Task.CompletedTask;
    }
}
