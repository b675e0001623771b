using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Paging;

namespace MCU.Integration.Pipeline.Indicators;

/// <summary>
/// Counts a dataset from the cases themselves and tells which rows became others. Counting again is what keeps the rows right: a case that moves to another
/// row, or runs out of its term, changes figures without any event of its own.
/// </summary>
public sealed class IndicatorRun(ICaseStore cases, IIndicatorStore store, IIndicatorCalculator calculator, IConnectedAdapters adapters)
{
    private const int PageSize = 500;

    // A source whose clock is ahead tells a receipt that lies behind the moment when the hub opened the case.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromDays(1);

    /// <summary>A system without an address gets nothing: its deliveries would wait for ever, and each count would add to them.</summary>
    public async ValueTask<bool> MayHandOnAsync(string? adapter, CancellationToken cancellation) =>
        adapter is { Length: > 0 } && await adapters.IsConnectedAsync(adapter, cancellation);

    /// <summary>Rows that are new or have other figures than before; a row that lost its last case comes with zeroes.</summary>
    /// <param name="handOn">They are going to be sent: rows that never were come too.</param>
    public async Task<IReadOnlyList<StoredIndicator>> ChangedAsync(
        IndicatorDefinition definition, RuleBook rules, DateTimeOffset now, bool handOn, CancellationToken cancellation)
    {
        var first = IndicatorPeriod.Of(definition.Period, rules.LocalDate(now)).Back(definition.Periods - 1).From;
        var counted = calculator.Compute(definition, await CasesSinceAsync(rules.StartOf(first) - ClockDifference, now, cancellation), now, rules.Zone);
        var known = (await store.OfDatasetAsync(definition.Dataset, first, cancellation)).ToDictionary(stored => stored.Row.Key);
        var changed = counted
            .Where(row => known.GetValueOrDefault(row.Key) is not { } before || before.Row != row || (handOn && !before.HandedOn))
            .Select(row => new StoredIndicator(row, (known.GetValueOrDefault(row.Key)?.Version ?? 0) + 1, now, handOn));
        var there = counted.Select(row => row.Key).ToHashSet();
        var emptied = known.Values
            .Where(stored => !there.Contains(stored.Row.Key) && stored.Row.Figures != IndicatorFigures.None)
            .Select(stored => new StoredIndicator(stored.Row with { Figures = IndicatorFigures.None, Suppressed = false }, stored.Version + 1, now, handOn));
        return [.. changed, .. emptied];
    }

    private async Task<IReadOnlyList<Case>> CasesSinceAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation)
    {
        List<Case> all = [];
        string? cursor = null;
        do
        {
            var page = await cases.ListAsync(new() { CreatedFrom = since }, now, new(cursor, PageSize), cancellation);
            all.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return all;
    }
}
