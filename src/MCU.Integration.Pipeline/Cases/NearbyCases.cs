using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Bursts;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Finds the earlier open cases that a case may repeat, as the rules in force need them (domain-facts §1.5).</summary>
public static class NearbyCases
{
    // Enough for an explanation; a rule that needs more asks for more.
    private const int Named = 10;

    // A page that was polled, or what gathered while the hub was down.
    private static readonly TimeSpan Together = TimeSpan.FromHours(1);

    /// <summary>
    /// What is committed counts. Where a rule has not enough, the commit depends on there being no more meanwhile, so that of reports that arrive together
    /// each one sees those before it. They are worked at in any order: what was received shortly after counts, too, or a third report that came first would find
    /// nothing, and neither would the others.
    /// </summary>
    public static async ValueTask<ValueList<NearbyCase>> FindAsync(BurstScope scope, Case state, CancellationToken cancellation)
    {
        var place = PlaceOf(state.Territory);
        if (state.Classifier.Subject is not { } subject || place is (null, null, null))
        {
            return [];
        }

        var received = scope.Set.Rules.LocalDate(state.ReceivedAt);
        Dictionary<string, NearbyCase> found = [];
        foreach (var asked in scope.Set.Rules.AutoRules.Nearby)
        {
            var query = new NearbyQuery(
                state.Id,
                subject,
                scope.Set.Rules.StartOf(received.AddDays(-asked.Days)),
                state.ReceivedAt + Together,
                place.Object,
                place.Latitude,
                place.Longitude,
                asked.Metres,
                Math.Max(asked.AtLeast, Named));
            var rows = await scope.Services.Cases.NearbyAsync(query, cancellation);
            if (rows.Count < asked.AtLeast)
            {
                scope.Changes.NearbyGuards.Add(new(query, rows.Count));
            }

            foreach (var row in rows)
            {
                found[row.Number] = new(Math.Max(0, received.DayNumber - scope.Set.Rules.LocalDate(row.ReceivedAt).DayNumber), Math.Round(row.Metres), row.Number);
            }
        }

        return found.Values.OrderBy(near => near.DaysAgo).ThenBy(near => near.Number, StringComparer.Ordinal).ToValueList();
    }

    // The point of a settlement is the same for all of its reports and says nothing about repetition.
    private static (Guid? Object, double? Latitude, double? Longitude) PlaceOf(Territory territory) =>
        territory.Precision == LocationPrecision.Settlement || territory.Latitude is null || territory.Longitude is null
            ? (territory.GarObject, null, null)
            : (territory.GarObject, territory.Latitude, territory.Longitude);
}
