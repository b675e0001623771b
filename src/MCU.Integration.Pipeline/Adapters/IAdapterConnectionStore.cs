using MCU.Integration.Pipeline.Audit;

namespace MCU.Integration.Pipeline.Adapters;

public interface IAdapterConnectionStore
{
    Task<IReadOnlyList<AdapterConnection>> ListAsync(CancellationToken cancellation);

    Task<AdapterConnection?> FindAsync(string adapter, CancellationToken cancellation);

    /// <summary>Inserts or replaces settings and pause; keeps the health figures.</summary>
    Task SaveAsync(AdapterConnection connection, CancellationToken cancellation, AuditEntry? audit = null);

    Task RecordHealthAsync(string adapter, bool success, string? failure, DateTimeOffset at, CancellationToken cancellation);
}
