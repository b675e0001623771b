using MCU.Integration.Pipeline.Paging;

namespace MCU.Integration.Pipeline.Audit;

public interface IAuditLog
{
    Task WriteAsync(AuditEntry entry, CancellationToken cancellation);

    /// <summary>Newest first; null = any.</summary>
    Task<Page<AuditEntry>> ListAsync(string? actor, string? action, PageRequest page, CancellationToken cancellation);
}
