namespace MCU.Integration.Workflows.Runtime;

/// <summary>When time hits a trigger.</summary>
/// <param name="FirstDueAt">The first time.</param>
/// <param name="Interval">The distance of further times; <see langword="null"/> for one that happens once or by cron.</param>
/// <param name="CronExpression">The rule of further times: six fields, seconds first.</param>
public sealed record TriggerSchedule(DateTimeOffset FirstDueAt, TimeSpan? Interval = null, string? CronExpression = null);
