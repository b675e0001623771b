using Dapper;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Paging;

/// <summary>
/// Gathers the conditions of a list. Only conditions that are asked for reach the database, because an index is chosen by the text of the statement.
/// </summary>
internal sealed class ListQuery
{
    private readonly List<string> _conditions = [];

    public DynamicParameters Arguments { get; } = new();

    public string Where => _conditions.Count == 0 ? string.Empty : "where " + string.Join(" and ", _conditions);

    /// <summary>A condition without an argument.</summary>
    public ListQuery And(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    /// <summary>A condition with one argument; left out when the value is null.</summary>
    public ListQuery And(string condition, string name, object? value)
    {
        if (value is not null)
        {
            _conditions.Add(condition);
            Arguments.Add(name, value);
        }

        return this;
    }

    /// <summary>One of several values; left out when there are none.</summary>
    public ListQuery AndIn(string column, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            var names = values.Select((value, i) =>
            {
                Arguments.Add($"{name}{i}", value);
                return $"@{name}{i}";
            });
            _conditions.Add($"{column} in ({string.Join(", ", names)})");
        }

        return this;
    }

    /// <summary>Reads one page, newest first, by (<paramref name="instant"/>, id).</summary>
    public async Task<Page<T>> PageAsync<T>(
        HubSession session,
        string select,
        string instant,
        string id,
        PageRequest page,
        Func<RowCursor, T> map,
        Func<T, Keyset> place,
        CancellationToken cancellation)
    {
        var size = Math.Clamp(page.Size, 1, 500);
        if (Keyset.Parse(page.Cursor) is { } after)
        {
            And($"({instant}, {id}) < (@afterAt, @afterId)", "afterAt", after.At);
            Arguments.Add("afterId", after.Id);
        }

        Arguments.Add("limit", size + 1);
        var rows = await session.QueryAsync($"{select} {Where} order by {instant} desc, {id} desc limit @limit", Arguments, map, cancellation);
        if (rows.Count <= size)
        {
            return new(rows, null);
        }

        rows.RemoveAt(size);
        return new(rows, place(rows[^1]).ToString());
    }
}
