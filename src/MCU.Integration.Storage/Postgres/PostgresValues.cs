using MCU.Integration.Storage.Statements;
using Npgsql;
using NpgsqlTypes;

namespace MCU.Integration.Storage.Postgres;

/// <summary>Turns one column of many rows into an array parameter.</summary>
internal static class PostgresValues
{
    public static NpgsqlParameter Column(IReadOnlyList<object?[]> rows, int index, ColumnType type) => type switch
    {
        ColumnType.Id => Array<Guid?>(rows, index, NpgsqlDbType.Uuid, value => (Guid?)value),
        ColumnType.Text => Array(rows, index, NpgsqlDbType.Text, value => CleanText.Of((string?)value)),
        ColumnType.Int => Array<int?>(rows, index, NpgsqlDbType.Integer, value => (int?)value),
        ColumnType.Long => Array<long?>(rows, index, NpgsqlDbType.Bigint, value => (long?)value),
        ColumnType.Flag => Array<bool?>(rows, index, NpgsqlDbType.Boolean, value => (bool?)value),
        ColumnType.Instant => Array(rows, index, NpgsqlDbType.TimestampTz, value => ((DateTimeOffset?)value)?.UtcDateTime),
        ColumnType.Real => Array<double?>(rows, index, NpgsqlDbType.Double, value => (double?)value),
        ColumnType.Bytes => Array(rows, index, NpgsqlDbType.Bytea, value => (byte[]?)value),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static NpgsqlParameter<T[]> Array<T>(IReadOnlyList<object?[]> rows, int index, NpgsqlDbType type, Func<object?, T> convert)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = convert(rows[i][index]);
        }

        return new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
