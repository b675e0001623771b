using System.Globalization;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>Computes the terms of cases. Pure and thread-safe; it never throws for missing content.</summary>
/// <param name="profiles">Profiles in force.</param>
/// <param name="calendars">Calendars in force.</param>
public sealed class DeadlineCalculator(DeadlineProfileSet profiles, CalendarSet calendars)
{
    /// <summary>The terms of a case under its profile, as of now.</summary>
    /// <param name="state">The case.</param>
    /// <param name="now">The present moment: the end of a pause that is still open.</param>
    public DeadlineComputation Compute(Case state, DateTimeOffset now)
    {
        if (profiles.For(state) is not { } choice)
        {
            var detail = $"{EnumWord.Of(state.Pace)}, {EnumWord.Of(state.Regime)}";
            return new(null, [new(DeadlineProblemCode.NoProfile, detail)]);
        }

        List<DeadlineProblem> problems = [];
        if (choice.IsFallback)
        {
            problems.Add(new(DeadlineProblemCode.NoProfileForPace, EnumWord.Of(state.Pace)));
        }

        var profile = choice.Profile;
        List<StageDeadline> stages = [];
        if (TimeZoneInfo.TryFindSystemTimeZoneById(profile.Zone, out var zone))
        {
            var clock = new DeadlineClock(zone, profile.EndOfDay, profile.WorkingHours, calendars);
            var pauses = PausesOf(state, profile, now);
            foreach (var term in profile.Stages)
            {
                if (StartOf(state, term.Start) is { } start && Compute(clock, state, profile, term, start, pauses, problems) is { } deadline)
                {
                    stages.Add(deadline);
                }
            }
        }
        else
        {
            problems.Add(new(DeadlineProblemCode.UnknownZone, profile.Zone));
        }

        return new(
            new() { Profile = profile.Key, ProfileVersion = profile.Version, Stages = stages.ToValueList() },
            problems.ToValueList());
    }

    private static StageDeadline? Compute(
        DeadlineClock clock,
        Case state,
        DeadlineProfile profile,
        StageTerm written,
        DateTimeOffset start,
        IReadOnlyList<PausedSpan> pauses,
        List<DeadlineProblem> problems)
    {
        var term = profile.TermFor(written, state.Classifier);
        try
        {
            var extended = Extend(term, state, profile, problems);
            var reading = clock.Read(extended ?? term, start, pauses);
            var deadline = new StageDeadline
            {
                Stage = term.Stage,
                StartedAt = start,
                DueAt = reading.DueAt.ToUniversalTime(),
                Amount = (extended ?? term).Amount,
                Unit = term.Unit,
                RolledFrom = reading.RolledFrom,
                Extended = extended is not null,
                Paused = state.Clarification is { } asked && pauses.Any(pause => pause.From == asked.Since),
            };
            return extended is null ? deadline : Shorten(deadline, state, problems);
        }
        catch (CalendarMissingException missing)
        {
            problems.Add(new(DeadlineProblemCode.NoCalendar, missing.Year.ToString(CultureInfo.InvariantCulture), term.Stage));
            return null;
        }
    }

    private static StageTerm? Extend(StageTerm term, Case state, DeadlineProfile profile, List<DeadlineProblem> problems)
    {
        if (state.Extension is null || term.Stage != DeadlineStage.Answer)
        {
            return null;
        }

        if (profile.Extension is not { } extension)
        {
            problems.Add(new(DeadlineProblemCode.ExtensionNotProvided, profile.Key, term.Stage));
            return null;
        }

        return term with { Amount = term.Amount + extension.Amount };
    }

    // The profile says how far a term may be extended; the body may have chosen less, never more.
    private static StageDeadline Shorten(StageDeadline deadline, Case state, List<DeadlineProblem> problems)
    {
        if (state.Extension?.Until is not { } until || until == deadline.DueAt)
        {
            return deadline;
        }

        if (until < deadline.DueAt)
        {
            return deadline with { DueAt = until.ToUniversalTime(), RolledFrom = null };
        }

        problems.Add(new(DeadlineProblemCode.ExtensionTooLong, until.ToString("O", CultureInfo.InvariantCulture), deadline.Stage));
        return deadline;
    }

    private static DateTimeOffset? StartOf(Case state, DeadlineStart start) => start switch
    {
        // A new round is counted afresh, as if the case had come in again.
        DeadlineStart.Received => state.ReopenedAt ?? state.ReceivedAt,
        DeadlineStart.Registered => state.ReopenedAt ?? state.RegisteredAt,
        _ => state.AssignedAt,
    };

    private static IReadOnlyList<PausedSpan> PausesOf(Case state, DeadlineProfile profile, DateTimeOffset now)
    {
        // Waiting for the applicant never stops the clock of an appeal; only an extension moves it (59-ФЗ art. 12).
        if (!profile.ClarificationPauses || state.Regime == LegalRegime.Appeal59Fz)
        {
            return [];
        }

        return state.Clarification is { } asked && now > asked.Since
            ? [.. state.Pauses, new PausedSpan(asked.Since, now)]
            : state.Pauses;
    }
}
