using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;
using MCU.Integration.Workflows.Runtime;
using UuidV7Source = MCU.Integration.Domain.Ids.UuidV7Source;

namespace MCU.Integration.Storage.Work;

/// <summary>Starts what time itself triggers: the start and the next due date are one commit, so each date is started once, on whichever node.</summary>
internal sealed class TriggerSchedules(UuidV7Source ids)
{
    private static readonly Statement MoveOn = Statement.Update("trigger_schedules", 1, Column.Text("trigger_id"), Column.Instant("due_at"));

    private static readonly Statement End = Statement.Delete("trigger_schedules", Column.Text("trigger_id"));

    /// <returns>How many were due.</returns>
    public async Task<int> FireAsync(HubSession session, int max, DateTimeOffset now, CancellationToken cancellation)
    {
        var due = await session.QueryAsync(
            $"""
            select t.trigger_id, t.definition_version_id, t.activity_id, t.due_at, t.interval_us, t.cron from trigger_schedules t
            where t.due_at <= @now order by t.due_at limit @max {(session.SkipLocked.Length > 0 ? "for update of t skip locked" : string.Empty)}
            """,
            new { now, max },
            Read,
            cancellation);
        session.Write(WorkSql.Insert, [.. due.Select(schedule => WorkSql.Row(Start(schedule, now)))]);
        var next = due.Select(schedule => (schedule.TriggerId, DueAt: ScheduleClock.NextAfter(schedule.Rule, now))).ToList();
        session.Write(MoveOn, [.. from schedule in next where schedule.DueAt is not null select new object?[] { schedule.TriggerId, schedule.DueAt }]);
        session.Write(End, [.. from schedule in next where schedule.DueAt is null select new object?[] { schedule.TriggerId }]);
        return due.Count;
    }

    private NewWorkItem Start(Row schedule, DateTimeOffset now) => new(ids.Next<WorkItemId>(), WorkKind.DispatchWorkflow, null, now, now)
    {
        DefinitionVersionId = schedule.DefinitionVersionId,
        TriggerActivityId = schedule.ActivityId,
    };

    private static Row Read(RowCursor row)
    {
        var (trigger, version, activity, due) = (row.Text(), row.Text(), row.Text(), row.Instant());
        var interval = row.LongOrNull() is { } microseconds ? TimeSpan.FromMicroseconds(microseconds) : (TimeSpan?)null;
        return new(trigger, version, activity, new(due, interval, row.TextOrNull()));
    }

    private readonly record struct Row(string TriggerId, string DefinitionVersionId, string ActivityId, TriggerSchedule Rule);
}
