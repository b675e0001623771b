using System.Globalization;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.Http;

namespace MCU.Integration.Mocks.City;

/// <summary>An append-only feed. A cursor is the number of items read, so no late commit can hide behind it; a cursor of an earlier start reads from the first item.</summary>
internal sealed class EventFeed(long epoch)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    private readonly List<JsonObject> _items = [];

    public int Count => _items.Count;

    public void Append(JsonObject item) => _items.Add(item);

    public Reply Read_NeedsLock(Call call)
    {
        if (!TryParse(call.Query("cursor"), out var from))
        {
            return Reply.Problem(400, "bad_cursor", "The cursor was not given out by this feed.");
        }

        var limit = int.TryParse(call.Query("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var some) ? Math.Clamp(some, 1, MaxLimit) : DefaultLimit;
        var page = _items.Skip(from).Take(limit).Select(item => (JsonNode)item.DeepClone()).ToArray();
        return Reply.Ok(new JsonObject
        {
            ["items"] = new JsonArray(page),
            ["next_cursor"] = $"{epoch}-{from + page.Length}",
            ["has_more"] = from + page.Length < _items.Count,
        });
    }

    private bool TryParse(string? cursor, out int from)
    {
        from = 0;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        var parts = cursor.Split('-');
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out from))
        {
            return false;
        }

        from = given == epoch ? Math.Min(from, _items.Count) : 0;
        return true;
    }
}
