using System.Collections.Concurrent;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ledger;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Paging;

namespace MCU.Integration.Console.Pages.Overview;

/// <summary>
/// Reads what the first page shows. A wall of screens costs as much as one: those who may see the same share a snapshot, and a snapshot is at
/// most <see cref="Freshness"/> old.
/// </summary>
public sealed class OverviewReader(AdapterDesk adapters, LedgerDesk ledger, CaseDesk cases, MessageDesk messages, DeliveryDesk deliveries, TimeProvider time)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private const int NewestCases = 8;
    private const int MostScopes = 100;

    private readonly ConcurrentDictionary<string, Scope> _scopes = new(StringComparer.Ordinal);

    public async Task<OverviewSnapshot> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        if (_scopes.Count >= MostScopes)
        {
            _scopes.Clear();
        }

        var scope = _scopes.GetOrAdd(KeyOf(actor), _ => new());
        await scope.Reading.WaitAsync(cancellation);
        try
        {
            return scope.Last is { } last && time.GetUtcNow() - last.At < Freshness
                ? last
                : scope.Last = await ReadAsync(actor, scope.Rates, cancellation);
        }
        finally
        {
            scope.Reading.Release();
        }
    }

    private async Task<OverviewSnapshot> ReadAsync(Actor actor, RateWindow rates, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var views = await adapters.ListAsync(actor, cancellation);
        var lines = await ledger.ReadAsync(actor, cancellation);
        var oldest = await deliveries.OldestWaitingAsync(actor, cancellation);
        var maySeeCases = actor.May(Right.SeeCases);
        var counts = maySeeCases && actor.Adapters.Count == 0 ? await cases.CountsAsync(actor, cancellation) : null;
        var newest = maySeeCases && actor.Adapters.Count <= 1 ? (await cases.ListAsync(actor, new(), new(Size: NewestCases), cancellation)).Items : null;
        rates.Add(await messages.RatesAsync(actor, rates.Since(now), cancellation), now);
        var byAdapter = lines.ToDictionary(line => line.Adapter, StringComparer.Ordinal);
        return new(
            now,
            [.. views.Select(view => SystemState.Of(
                view, byAdapter.GetValueOrDefault(view.Description.Key), oldest?.Adapter == view.Description.Key ? oldest : null, now))],
            LedgerSum.Of(lines),
            counts,
            newest,
            rates.Rates);
    }

    private static string KeyOf(Actor actor) =>
        $"{string.Join(',', actor.Roles.Order())}|{string.Join(',', actor.Adapters.Order(StringComparer.Ordinal))}";

    private sealed class Scope
    {
        public SemaphoreSlim Reading { get; } = new(1);

        public RateWindow Rates { get; } = new();

        public OverviewSnapshot? Last { get; set; }
    }
}
