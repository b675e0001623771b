using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;
using Microsoft.Data.Sqlite;

namespace MCU.Integration.Storage.Sqlite;

/// <summary>Values as SQLite stores them.</summary>
internal static class SqliteValues
{
    public static object Of(object? value, ColumnType type) => value is null
        ? DBNull.Value
        : type switch
        {
            ColumnType.Id => ((Guid)value).ToString("D"),
            ColumnType.Text => CleanText.Of((string)value)!,
            ColumnType.Instant => Instants.ToMicroseconds((DateTimeOffset)value),
            ColumnType.Flag => (bool)value ? 1L : 0L,
            _ => value,
        };

    public static SqliteType Type(ColumnType type) => type switch
    {
        ColumnType.Id or ColumnType.Text => SqliteType.Text,
        ColumnType.Bytes => SqliteType.Blob,
        ColumnType.Real => SqliteType.Real,
        _ => SqliteType.Integer,
    };
}
