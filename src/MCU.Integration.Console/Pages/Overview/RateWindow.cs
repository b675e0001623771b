using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Console.Pages.Overview;

/// <summary>
/// The messages per minute of the last hour. Minutes that are over do not change, so that only the last two are asked for again: a busy hub would
/// otherwise count an hour of messages with each refresh.
/// </summary>
public sealed class RateWindow
{
    public const int Minutes = 60;

    private DateTimeOffset? _knownUntil;

    /// <summary>Oldest minute first.</summary>
    public IReadOnlyList<MessageRate> Rates { get; private set; } = [];

    /// <summary>The first minute that has to be counted (again).</summary>
    public DateTimeOffset Since(DateTimeOffset now)
    {
        var start = StartOf(now);
        return _knownUntil is { } known && known >= start ? known : start;
    }

    /// <param name="fresh">All rates since <see cref="Since"/>.</param>
    public void Add(IReadOnlyList<MessageRate> fresh, DateTimeOffset now)
    {
        var since = Since(now);
        var start = StartOf(now);
        Rates = [.. Rates.Where(rate => rate.Minute >= start && rate.Minute < since), .. fresh.OrderBy(rate => rate.Minute)];
        _knownUntil = MinuteOf(now).AddMinutes(-1);
    }

    /// <summary>The first minute of the window.</summary>
    public static DateTimeOffset StartOf(DateTimeOffset now) => MinuteOf(now).AddMinutes(1 - Minutes);

    private static DateTimeOffset MinuteOf(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}
