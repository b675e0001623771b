using System.Globalization;
using MCU.Integration.Console.Language;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Console.Clock;

/// <summary>Dates and times as the city lives them: in the zone of the hub, whatever zone the browser is in.</summary>
public sealed class HubClock(TimeProvider time, ActiveSets sets)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(1);

    public DateTimeOffset Now => time.GetUtcNow();

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, sets.Current.Rules.Zone);

    /// <summary>Date, time and seconds.</summary>
    public string Exact(DateTimeOffset instant) => Local(instant).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Time for today, otherwise date and time; the year only when it is another one.</summary>
    public string Short(DateTimeOffset instant)
    {
        var local = Local(instant);
        var today = Local(Now);
        return local.ToString(
            local.Date == today.Date ? "HH:mm:ss" : local.Year == today.Year ? "dd.MM HH:mm" : "dd.MM.yyyy HH:mm",
            CultureInfo.InvariantCulture);
    }

    public string Date(DateTimeOffset instant) => Local(instant).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public string Minute(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How long ago, in the largest unit that says enough.</summary>
    public string Ago(DateTimeOffset instant)
    {
        var span = Now - instant;
        return span < TimeSpan.FromSeconds(2) ? Texts.JustNow
            : span < Recent ? Plain.Say(Texts.SecondsAgo, (int)span.TotalSeconds)
            : span < TimeSpan.FromHours(1) ? Plain.Say(Texts.MinutesAgo, (int)span.TotalMinutes)
            : span < TimeSpan.FromDays(1) ? Plain.Say(Texts.HoursAgo, (int)span.TotalHours)
            : Plain.Count(Texts.DaysAgo, (int)span.TotalDays);
    }

    /// <summary>A span as people say it.</summary>
    public static string Span(TimeSpan span) =>
        span < TimeSpan.FromSeconds(1) ? Plain.Say(Texts.SpanMilliseconds, (int)span.TotalMilliseconds)
        : span < Recent ? Plain.Say(Texts.SpanSeconds, (int)span.TotalSeconds)
        : span < TimeSpan.FromHours(1) ? Plain.Say(Texts.SpanMinutes, (int)span.TotalMinutes)
        : span < TimeSpan.FromDays(1) ? Plain.Say(Texts.SpanHours, (int)span.TotalHours)
        : Plain.Count(Texts.SpanDays, (int)span.TotalDays);

    /// <summary>Days from today to the day of an instant, both by the city's calendar; negative when it is past.</summary>
    public int DaysUntil(DateTimeOffset instant) => (Local(instant).Date - Local(Now).Date).Days;
}
