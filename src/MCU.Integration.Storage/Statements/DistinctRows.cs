namespace MCU.Integration.Storage.Statements;

/// <summary>Keeps the last of several rows with the same key, at the place of the first.</summary>
internal static class DistinctRows
{
    public static IReadOnlyList<object?[]> Of(IReadOnlyList<object?[]> rows, int keys)
    {
        if (rows.Count < 2)
        {
            return rows;
        }

        var places = new Dictionary<object, int>(rows.Count, keys == 1 ? EqualityComparer<object>.Default : new KeyComparer(keys));
        var distinct = new List<object?[]>(rows.Count);
        foreach (var row in rows)
        {
            var key = keys == 1 ? row[0]! : row;
            if (places.TryAdd(key, distinct.Count))
            {
                distinct.Add(row);
            }
            else
            {
                distinct[places[key]] = row;
            }
        }

        return distinct;
    }

    private sealed class KeyComparer(int keys) : IEqualityComparer<object>
    {
        bool IEqualityComparer<object>.Equals(object? x, object? y)
        {
            var (left, right) = ((object?[])x!, (object?[])y!);
            for (var i = 0; i < keys; i++)
            {
                if (!Equals(left[i], right[i]))
                {
                    return false;
                }
            }

            return true;
        }

        int IEqualityComparer<object>.GetHashCode(object obj)
        {
            var row = (object?[])obj;
            var hash = default(HashCode);
            for (var i = 0; i < keys; i++)
            {
                hash.Add(row[i]);
            }

            return hash.ToHashCode();
        }
    }
}
