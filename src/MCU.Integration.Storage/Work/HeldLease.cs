using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Work;

/// <summary>What a leased item's row says, locked.</summary>
internal readonly record struct HeldLease(WorkItemId Id, long Token, MessageId? MessageId, string? InstanceId, int Attempts, string? OrderKey)
{
    public static HeldLease Read(RowCursor row) => new(row.Id<WorkItemId>(), row.Long(), row.IdOrNull<MessageId>(), row.TextOrNull(), row.Int(), row.TextOrNull());
}
