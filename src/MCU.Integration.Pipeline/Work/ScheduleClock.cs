using MCU.Integration.Workflows.Activities.Scheduling;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Work;

/// <summary>When a trigger is due again.</summary>
public static class ScheduleClock
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The next date after <paramref name="now"/>; null when there is none. Dates that were missed while no hub ran count once, not each:
    /// a workflow that starts every minute is not started a thousand times after a night.
    /// </summary>
    /// <param name="rule">Its first date is the one that was due now.</param>
    public static DateTimeOffset? NextAfter(TriggerSchedule rule, DateTimeOffset now)
    {
        if (rule.CronExpression is { } cron)
        {
            return Cron.NextAfter(cron, now);
        }

        if (rule.Interval is not { } given)
        {
            return null;
        }

        var interval = given < ShortestInterval ? ShortestInterval : given;
        var missed = (now - rule.FirstDueAt).Ticks / interval.Ticks;
        return rule.FirstDueAt + (interval * (missed + 1));
    }
}
