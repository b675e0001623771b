using MCU.Integration.Domain.Indicators;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Indicators;

/// <summary>Rows of the heat map for people and programs. They are of the whole hub: a scope that is limited to some adapters does not reach them.</summary>
public sealed class IndicatorDesk(IIndicatorStore store, IChangeFeed changes, ActiveSets sets)
{
    /// <summary>The datasets in force.</summary>
    public IReadOnlyList<IndicatorDefinition> Datasets(Actor actor)
    {
        actor.DemandEverywhere(Right.SeeIndicators);
        return sets.Current.Rules.Content.Indicators;
    }

    /// <summary>
    /// Rows that changed behind a place in the feed, oldest change first, once each, as they are now. The place to go on from may lie behind the last row: changes of
    /// other datasets stand between.
    /// </summary>
    /// <param name="dataset">Only its rows; null = of all.</param>
    public async Task<(IReadOnlyList<StoredIndicator> Rows, long Next)> ChangesAsync(Actor actor, string? dataset, long after, int max, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.SeeIndicators);
        var next = after;
        List<StoredIndicator> rows = [];
        while (rows.Count == 0)
        {
            var entries = await changes.ReadAsync(ChangeTopic.Indicator, next, max, cancellation);
            if (entries.Count == 0)
            {
                break;
            }

            next = entries[^1].Sequence;
            var found = (await store.FindAsync([.. entries.Select(entry => entry.Subject)], cancellation)).ToDictionary(stored => stored.Row.Key);
            rows.AddRange(entries.Select(entry => found.GetValueOrDefault(entry.Subject)).OfType<StoredIndicator>().Where(stored => dataset is null || stored.Row.Dataset == dataset));
        }

        return (rows, next);
    }

    /// <summary>All rows of a dataset from a day on, oldest period first.</summary>
    /// <exception cref="UseCaseException">No such dataset is in force.</exception>
    public async Task<IReadOnlyList<StoredIndicator>> OfDatasetAsync(Actor actor, string dataset, DateOnly? from, CancellationToken cancellation) =>
        Datasets(actor).Any(known => known.Dataset == dataset)
            ? await store.OfDatasetAsync(dataset, from ?? DateOnly.MinValue, cancellation)
            : throw UseCaseException.NotFound($"dataset {dataset}");
}
