using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Changes;

/// <summary>Statements of the feed.</summary>
internal static class FeedSql
{
    public static readonly Statement Append = Statement.Insert("feed", Column.Text("topic"), Column.Text("subject"), Column.Instant("changed_at"));

    public static readonly Statement Delete = Statement.Delete("feed", Column.Long("id"));

    public static readonly Statement Place = Statement.Update("feed", 1, Column.Long("id"), Column.Long("sequence"));

    /// <summary>What stood in the feed for a subject.</summary>
    public static readonly Statement DeletePlaced = Statement.Of(
        "delete from feed where topic = @p0 and subject = @p1 and sequence is not null",
        subjects => $"delete from feed as t using {subjects} where t.topic = v.topic and t.subject = v.subject and t.sequence is not null",
        Column.Text("topic"),
        Column.Text("subject"));

    public static object?[] Row(ChangeTopic topic, string subject, DateTimeOffset changedAt) => [EnumWord.Of(topic), subject, changedAt];
}
