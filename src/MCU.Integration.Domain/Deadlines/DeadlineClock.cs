namespace MCU.Integration.Domain.Deadlines;

/// <summary>Counts terms in one zone over one set of calendars; the arithmetic only, without cases or profiles.</summary>
/// <param name="Zone">Zone of dates and of working time.</param>
/// <param name="EndOfDay">Local time at which the last day of a term ends.</param>
/// <param name="Hours">Working time; needed for working hours only.</param>
/// <param name="Calendars">Working days.</param>
public sealed record DeadlineClock(TimeZoneInfo Zone, TimeOnly EndOfDay, WorkingHours? Hours, CalendarSet Calendars)
{
    /// <summary>The last moment of a term.</summary>
    /// <param name="term">The term.</param>
    /// <param name="start">The moment from which it runs.</param>
    /// <param name="pauses">Spans in which the clock stands, each with an end.</param>
    /// <exception cref="CalendarMissingException">A year that the term touches has no calendar.</exception>
    public DateTimeOffset DueAt(StageTerm term, DateTimeOffset start, params IReadOnlyList<PausedSpan> pauses) => Read(term, start, pauses).DueAt;

    /// <summary>The last moment of a term and how it came about; see <see cref="DueAt"/>.</summary>
    internal ClockReading Read(StageTerm term, DateTimeOffset start, IReadOnlyList<PausedSpan> pauses) => term.Unit switch
    {
        DeadlineUnit.CalendarDay or DeadlineUnit.WorkingDay => ReadDays(term, start, pauses),
        DeadlineUnit.Minute => new(RunThrough([(start, DateTimeOffset.MaxValue)], TimeSpan.FromMinutes(term.Amount), pauses), null),
        DeadlineUnit.Hour => new(RunThrough([(start, DateTimeOffset.MaxValue)], TimeSpan.FromHours(term.Amount), pauses), null),
        _ => new(RunThrough(WorkingSpans(start), TimeSpan.FromHours(term.Amount), pauses), null),
    };

    private ClockReading ReadDays(StageTerm term, DateTimeOffset start, IReadOnlyList<PausedSpan> pauses)
    {
        var startDay = LocalDate(start);
        var day = CountDays(term, startDay, pauses);
        var rolled = Roll(day, startDay, term.Roll);
        return new(EndOf(rolled), rolled == day ? null : day);
    }

    private DateOnly CountDays(StageTerm term, DateOnly startDay, IReadOnlyList<PausedSpan> pauses)
    {
        // Day 0 is the day of the start, unless the profile counts it as day 1.
        var day = term.StartInclusive ? startDay.AddDays(-1) : startDay;
        for (var left = term.Amount; left > 0;)
        {
            day = day.AddDays(1);
            var counts = (term.Unit == DeadlineUnit.CalendarDay || IsWorking(day)) && !IsPaused(day, pauses);
            left -= counts ? 1 : 0;
        }

        return day;
    }

    private DateOnly Roll(DateOnly day, DateOnly startDay, DeadlineRoll roll)
    {
        if (roll == DeadlineRoll.None || IsWorking(day))
        {
            return day;
        }

        if (roll == DeadlineRoll.Previous)
        {
            var back = day;
            while (back >= startDay && !IsWorking(back))
            {
                back = back.AddDays(-1);
            }

            // A short term over the New Year holidays would end before it began.
            if (back >= startDay)
            {
                return back;
            }
        }

        while (!IsWorking(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateTimeOffset RunThrough(
        IEnumerable<(DateTimeOffset From, DateTimeOffset To)> spans, TimeSpan term, IReadOnlyList<PausedSpan> pauses)
    {
        var left = term;
        foreach (var (from, to) in spans)
        {
            var at = from;
            foreach (var pause in pauses.Where(pause => pause.To > from && pause.From < to))
            {
                if (pause.From - at >= left)
                {
                    return at + left;
                }

                left -= pause.From > at ? pause.From - at : TimeSpan.Zero;
                at = pause.To!.Value > at ? pause.To.Value : at;
            }

            if (to - at >= left)
            {
                return at + left;
            }

            left -= to > at ? to - at : TimeSpan.Zero;
        }

        throw new InvalidOperationException("The spans of working time never end.");
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> WorkingSpans(DateTimeOffset start)
    {
        var hours = Hours ?? throw new InvalidOperationException("A term of working hours needs working time.");
        for (var day = LocalDate(start); ; day = day.AddDays(1))
        {
            if (!IsWorking(day))
            {
                continue;
            }

            var end = IsShortened(day) ? hours.To.AddHours(-1) : hours.To;
            var spans = hours is { BreakFrom: { } breakFrom, BreakTo: { } breakTo }
                ? new[] { (hours.From, breakFrom), (breakTo, end) }
                : [(hours.From, end)];
            foreach (var (from, to) in spans)
            {
                var begin = At(day, from);
                var finish = At(day, to);
                if (finish > start)
                {
                    yield return (begin > start ? begin : start, finish);
                }
            }
        }
    }

    // A paused day is one on which the clock did not run to its end: the day of the question still counts, the day of the answer does not.
    private bool IsPaused(DateOnly day, IReadOnlyList<PausedSpan> pauses)
    {
        foreach (var pause in pauses)
        {
            if (day > LocalDate(pause.From) && day <= LocalDate(pause.To!.Value))
            {
                return true;
            }
        }

        return false;
    }

    private DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    private DateTimeOffset EndOf(DateOnly day) => At(day, EndOfDay);

    // The offset is that of the deadline's own date: a change of the zone between start and end is taken into account.
    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, Zone.GetUtcOffset(local));
    }

    private bool IsWorking(DateOnly day) => CalendarOf(day).IsWorking(day);

    private bool IsShortened(DateOnly day) => CalendarOf(day).IsShortened(day);

    private WorkingCalendar CalendarOf(DateOnly day) => Calendars.Find(day.Year) ?? throw new CalendarMissingException(day.Year);
}
