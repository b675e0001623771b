using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Paging;

namespace MCU.Integration.Pipeline.Audit;

/// <summary>What people and keys did, for those who may see it.</summary>
public sealed class AuditDesk(IAuditLog log)
{
    /// <summary>Newest first; null = any.</summary>
    public Task<Page<AuditEntry>> ListAsync(Actor asking, string? actor, string? action, PageRequest page, CancellationToken cancellation)
    {
        asking.DemandEverywhere(Right.SeeAudit);
        return log.ListAsync(actor, action, page, cancellation);
    }
}
