using System.Text.Json;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Indicators;

internal sealed class IndicatorStore(HubDatabase database) : IIndicatorStore
{
    private static readonly Statement ByKey = Statement.Select(
        "t.version, t.computed_at, t.document, t.handed_on", "indicators t", string.Empty, string.Empty, null, Column.Text("key"));

    public Task<IReadOnlyList<StoredIndicator>> OfDatasetAsync(string dataset, DateOnly from, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<StoredIndicator>>(
            async session => await session.QueryAsync(
                "select version, computed_at, document, handed_on from indicators where dataset = @dataset and period_from >= @from order by period_from, key",
                new { dataset, from = IndicatorSql.DayText(from) },
                Read,
                cancellation),
            cancellation);

    public Task<IReadOnlyList<StoredIndicator>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<StoredIndicator>>(
            async session =>
            {
                var rows = session.Read(ByKey, [.. keys.Select(key => new object?[] { key })], Read);
                await session.FlushAsync(cancellation);
                return rows;
            },
            cancellation);

    private static StoredIndicator Read(RowCursor row)
    {
        var (version, computedAt) = (row.Long(), row.Instant());
        return new(JsonSerializer.Deserialize<IndicatorRow>(row.Text(), DomainJson.Options)!, version, computedAt, row.Flag());
    }
}
