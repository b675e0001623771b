using System.Text.Json.Nodes;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Pipeline.Indicators;

/// <summary>Rows as maps see them: the document <c>hub.indicators</c>.</summary>
internal static class IndicatorView
{
    public static JsonObject Build(string dataset, IEnumerable<StoredIndicator> rows, string origin) => new()
    {
        ["dataset"] = dataset,
        ["rows"] = new JsonArray([.. rows.Select(RowOf)]),
        ["origin"] = new JsonObject { ["id"] = origin },
    };

    private static JsonNode RowOf(StoredIndicator stored)
    {
        var row = System.Text.Json.JsonSerializer.SerializeToNode(stored.Row, DomainJson.Options)!.AsObject();
        row.Remove("dataset");
        row["version"] = stored.Version;
        row["computedAt"] = stored.ComputedAt;
        return row;
    }
}
