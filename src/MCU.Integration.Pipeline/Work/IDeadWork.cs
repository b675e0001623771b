using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Paging;

namespace MCU.Integration.Pipeline.Work;

public interface IDeadWork
{
    /// <summary>Newest first.</summary>
    Task<Page<DeadWorkItem>> ListAsync(PageRequest page, CancellationToken cancellation);

    /// <summary>Makes a dead item ready again. False when there is no such dead item (a double click changes nothing).</summary>
    Task<bool> ReplayAsync(WorkItemId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null);
}
