using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>The profiles that are in force, old versions included, because running cases keep theirs.</summary>
public sealed class DeadlineProfileSet
{
    private readonly DeadlineProfile[] _profiles;

    /// <summary>Collects profiles.</summary>
    public DeadlineProfileSet(IEnumerable<DeadlineProfile> profiles) =>

        // The most particular profile first; the rest of the order only makes the choice the same on every node.
        _profiles =
        [
            .. profiles
                .OrderByDescending(profile => profile.Scope.Particularity)
                .ThenBy(profile => profile.Key, StringComparer.Ordinal)
                .ThenByDescending(profile => profile.Version),
        ];

    /// <summary>No profile at all.</summary>
    public static DeadlineProfileSet Empty { get; } = new([]);

    /// <summary>All profiles, the most particular first.</summary>
    public IReadOnlyList<DeadlineProfile> Profiles => _profiles;

    /// <summary>A version of a profile, or null.</summary>
    public DeadlineProfile? Find(string key, int version) =>
        Array.Find(_profiles, profile => profile.Key == key && profile.Version == version);

    /// <summary>The most particular profile for a query, falling back to the standard pace; null when there is none.</summary>
    public ProfileChoice? Select(ProfileQuery query)
    {
        if (Best(query, query.Pace) is { } profile)
        {
            return new(profile, IsFallback: false);
        }

        return query.Pace != DeadlinePace.Standard && Best(query, DeadlinePace.Standard) is { } standard
            ? new(standard, IsFallback: true)
            : null;
    }

    /// <summary>The profile of a case: the version that it started with while that still fits it, otherwise the one selected now.</summary>
    public ProfileChoice? For(Case state)
    {
        var query = ProfileQuery.Of(state);
        return state.Deadlines is { } running
            && Find(running.Profile, running.ProfileVersion) is { } profile
            && profile.Scope.Pace == state.Pace
            && profile.Scope.Contains(query)
                ? new(profile, IsFallback: false)
                : Select(query);
    }

    private DeadlineProfile? Best(ProfileQuery query, DeadlinePace pace)
    {
        foreach (var profile in _profiles)
        {
            if (profile.Scope.Pace == pace && profile.Scope.Contains(query) && profile.IsValidOn(LocalDate(query.StartedAt, profile.Zone)))
            {
                return profile;
            }
        }

        return null;
    }

    private static DateOnly LocalDate(DateTimeOffset instant, string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, found).DateTime)
            : DateOnly.FromDateTime(instant.UtcDateTime);
}
