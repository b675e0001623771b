using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Format of <c>rules/deadlines/*.json</c>: one version of a deadline profile.</summary>
public static class DeadlineProfileFile
{
    private const int MaxAmount = 1000;

    /// <summary>Parses a profile.</summary>
    public static ContentResult<DeadlineProfile> Parse(ReadOnlyMemory<byte> bytes) => ContentParser.Parse(bytes, Read);

    private static DeadlineProfile Read(ObjectReader file)
    {
        var profile = new DeadlineProfile
        {
            Key = file.Key("key"),
            Version = file.Integer("version", 1, int.MaxValue),
            Title = file.Text("title"),
            Source = file.OptionalText("source"),
            ValidFrom = file.Date("validFrom"),
            ValidTo = file.OptionalDate("validTo"),
            Zone = file.OptionalText("zone") ?? DeadlineProfile.DefaultZone,
            EndOfDay = file.OptionalTime("endOfDay") ?? new(23, 59, 59),
            Scope = file.Object("scope", ReadScope) ?? new(),
            Stages = file.Objects("stages", ReadTerm).ToValueList(),
            Overrides = file.Objects("overrides", ReadOverride).ToValueList(),
            ClarificationPauses = file.Flag("clarificationPauses", whenAbsent: false),
            Extension = file.Object("extension", extension => new ExtensionTerm(extension.Integer("amount", 1, MaxAmount))),
            WarnBefore = ReadWarning(file),
            WorkingHours = file.Object("workingHours", ReadWorkingHours),
        };
        Check(file, profile);
        return profile;
    }

    // Running time: a warning that waited for the next working day could come after the term.
    private static TimeSpan? ReadWarning(ObjectReader file)
    {
        TimeSpan? before = null;
        file.Object("warn", warning =>
        {
            var (amount, unit) = (warning.Integer("amount", 1, MaxAmount), warning.Word<DeadlineUnit>("unit"));
            before = unit switch
            {
                DeadlineUnit.Minute => TimeSpan.FromMinutes(amount),
                DeadlineUnit.Hour => TimeSpan.FromHours(amount),
                DeadlineUnit.CalendarDay => TimeSpan.FromDays(amount),
                _ => null,
            };
            if (before is null)
            {
                warning.Report("unit", RuleProblemCodes.InvalidValue, "A warning is in minutes, hours or calendar days.");
            }

            return warning;
        });
        return before;
    }

    private static ProfileScope ReadScope(ObjectReader scope) => new()
    {
        Pace = scope.OptionalWord<DeadlinePace>("pace") ?? DeadlinePace.Standard,
        Regimes = scope.Words<LegalRegime>("regimes"),
        Channels = scope.Texts("channels"),
        Categories = scope.Texts("categories"),
        Subcategories = scope.Texts("subcategories"),
        Facts = scope.Texts("facts"),
        Priorities = scope.Words<CasePriority>("priorities"),
    };

    private static StageTerm ReadTerm(ObjectReader stage)
    {
        var term = new StageTerm
        {
            Stage = stage.Word<DeadlineStage>("stage"),
            Amount = stage.Integer("amount", 1, MaxAmount),
            Unit = stage.Word<DeadlineUnit>("unit"),
            Start = stage.Word<DeadlineStart>("start"),
            Roll = stage.OptionalWord<DeadlineRoll>("roll") ?? DeadlineRoll.None,
            StartInclusive = stage.Flag("startInclusive", whenAbsent: false),
        };

        if (term.Unit is DeadlineUnit.Minute or DeadlineUnit.Hour or DeadlineUnit.WorkingHour)
        {
            foreach (var name in new[] { "roll", "startInclusive" }.Where(stage.Has))
            {
                stage.Report(name, RuleProblemCodes.InvalidValue, "Terms in hours and minutes neither roll nor count the first day.");
            }
        }

        return term;
    }

    private static TermOverride ReadOverride(ObjectReader part)
    {
        var term = new TermOverride
        {
            Category = part.OptionalText("category"),
            Subcategory = part.OptionalText("subcategory"),
            Fact = part.OptionalText("fact"),
            Stage = part.Word<DeadlineStage>("stage"),
            Amount = part.Integer("amount", 1, MaxAmount),
            Unit = part.OptionalWord<DeadlineUnit>("unit"),
        };
        if (term is { Category: null, Subcategory: null, Fact: null })
        {
            part.Report("", RuleProblemCodes.Required, "An override names a category, a subcategory or a fact.");
        }

        return term;
    }

    private static WorkingHours ReadWorkingHours(ObjectReader hours)
    {
        var working = new WorkingHours(
            hours.OptionalTime("from") ?? hours.Missing("from", TimeOnly.MinValue),
            hours.OptionalTime("to") ?? hours.Missing("to", TimeOnly.MaxValue),
            hours.OptionalTime("breakFrom"),
            hours.OptionalTime("breakTo"));

        // A shortened day ends an hour earlier and must still end after its break.
        var end = working.To.ToTimeSpan() - TimeSpan.FromHours(1);
        var inOrder = working switch
        {
            { BreakFrom: null, BreakTo: null } => working.From.ToTimeSpan() < end,
            { BreakFrom: { } from, BreakTo: { } to } => working.From < from && from < to && to.ToTimeSpan() < end,
            _ => false,
        };
        if (!inOrder)
        {
            hours.Report(
                "", RuleProblemCodes.InvalidValue, "Expected from < breakFrom < breakTo < to - 1 h, or from < to - 1 h without a break.");
        }

        return working;
    }

    private static void Check(ObjectReader file, DeadlineProfile profile)
    {
        if (profile.Stages.IsEmpty)
        {
            file.Missing("stages", 0);
            if (file.Has("stages"))
            {
                file.Report("stages", RuleProblemCodes.Required, "A profile has at least one term.");
            }
        }

        foreach (var (index, term) in profile.Stages.Index())
        {
            if (profile.Stages.Take(index).Any(other => other.Stage == term.Stage))
            {
                file.ReportAt($"{file.PointerTo("stages")}/{index}/stage", RuleProblemCodes.Duplicate, "Each stage stands once.");
            }
        }

        foreach (var (index, part) in profile.Overrides.Index())
        {
            if (profile.Stages.All(term => term.Stage != part.Stage))
            {
                file.ReportAt($"{file.PointerTo("overrides")}/{index}/stage", RuleProblemCodes.UnknownReference, "The profile has no such stage.");
            }
        }

        if (profile.ValidTo < profile.ValidFrom)
        {
            file.Report("validTo", RuleProblemCodes.InvalidValue, "The last day is before the first.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(profile.Zone, out _))
        {
            file.Report("zone", RuleProblemCodes.InvalidValue, $"This machine does not know the zone '{profile.Zone}'.");
        }

        if (profile.ClarificationPauses && (profile.Scope.Regimes.IsEmpty || profile.Scope.Regimes.Contains(LegalRegime.Appeal59Fz)))
        {
            file.Report(
                "clarificationPauses",
                RuleProblemCodes.PauseForbidden,
                "Waiting for the applicant never stops the clock of an appeal; name the regimes of this profile without it.");
        }

        if (profile.Extension is not null && profile.Stages.All(term => term.Stage != DeadlineStage.Answer))
        {
            file.Report("extension", RuleProblemCodes.UnknownReference, "Only the term of the answer is extended, and there is none.");
        }

        var units = profile.Stages.Select(term => term.Unit).Concat(profile.Overrides.Select(part => part.Unit).OfType<DeadlineUnit>());
        if (profile.WorkingHours is null && units.Contains(DeadlineUnit.WorkingHour))
        {
            file.Report("workingHours", RuleProblemCodes.WorkingHoursMissing, "A term counts working hours; say when people work.");
        }
    }
}
