using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content.Checks;

/// <summary>For every case there is exactly one profile: each regime has a standard one, and no two claim the same cases with the same right.</summary>
internal sealed class ProfileCheck : IContentCheck
{
    public void Check(ContentDraft draft)
    {
        for (var i = 0; i < draft.Profiles.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (earlier, later) = (draft.Profiles[j], draft.Profiles[i]);
                if (CompeteForACase(earlier.Value, later.Value))
                {
                    draft.Report(
                        later,
                        earlier.Value.Key == later.Value.Key ? "/validFrom" : "/scope",
                        RuleProblemCodes.Ambiguous,
                        $"'{earlier.Value.Key}' version {earlier.Value.Version} ({earlier.File}) is for the same cases at the same time.");
                }
            }
        }

        foreach (var regime in Enum.GetValues<LegalRegime>().Where(regime => draft.Profiles.Count > 0 && !HasStandard(draft, regime)))
        {
            draft.Report(new(
                "", RuleProblemCodes.ProfileMissing, $"No profile of standard pace is for the regime '{EnumWord.Of(regime)}' as a whole.")
            {
                Severity = ProblemSeverity.Warning,
            });
        }
    }

    private static bool HasStandard(ContentDraft draft, LegalRegime regime) =>
        draft.Profiles.Exists(profile => profile.Value.Scope is { Pace: DeadlinePace.Standard } scope
            && (scope.Regimes.IsEmpty || scope.Regimes.Contains(regime))
            && scope is { Channels.IsEmpty: true, Categories.IsEmpty: true, Subcategories.IsEmpty: true, Facts.IsEmpty: true, Priorities.IsEmpty: true });

    private static bool CompeteForACase(DeadlineProfile one, DeadlineProfile other) =>
        one.Scope.Pace == other.Scope.Pace
        && one.Scope.Particularity == other.Scope.Particularity
        && one.ValidFrom <= (other.ValidTo ?? DateOnly.MaxValue)
        && other.ValidFrom <= (one.ValidTo ?? DateOnly.MaxValue)
        && Meet(one.Scope.Regimes, other.Scope.Regimes)
        && Meet(one.Scope.Channels, other.Scope.Channels)
        && Meet(one.Scope.Categories, other.Scope.Categories)
        && Meet(one.Scope.Subcategories, other.Scope.Subcategories)
        && Meet(one.Scope.Facts, other.Scope.Facts)
        && Meet(one.Scope.Priorities, other.Scope.Priorities);

    // Equal particularity means that both name the list or neither does.
    private static bool Meet<T>(ValueList<T> one, ValueList<T> other) => one.IsEmpty || other.IsEmpty || one.Intersect(other).Any();
}
