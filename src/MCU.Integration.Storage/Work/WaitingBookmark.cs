using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Work;

/// <summary>What a resume item needs to know of a bookmark.</summary>
/// <param name="Hash">As it is stored: keyed.</param>
internal readonly record struct WaitingBookmark(string Hash, string Id, string InstanceId, string ActivityInstanceId, string? CorrelationId)
{
    public static WaitingBookmark Read(RowCursor row) => new(row.Text(), row.Text(), row.Text(), row.Text(), row.TextOrNull());
}
