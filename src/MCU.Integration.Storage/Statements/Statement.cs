namespace MCU.Integration.Storage.Statements;

/// <summary>
/// One statement of a hot path, written once and run for many rows of values: PostgreSQL takes all rows at once as arrays (<c>unnest</c>),
/// SQLite runs a prepared statement per row, which costs no round trip there.
/// </summary>
internal sealed class Statement
{
    private Statement(Column[] columns, int keys, bool lastRowWins, Func<string, string> sqlite, Func<string, string> postgres)
    {
        Columns = columns;
        Keys = keys;
        LastRowWins = lastRowWins;
        Sqlite = sqlite(string.Join(", ", columns.Select((_, i) => $"@p{i}")));
        Postgres = postgres($"unnest({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}) as v({Names(columns)})");
    }

    public string Sqlite { get; }

    public string Postgres { get; }

    public Column[] Columns { get; }

    /// <summary>How many of the first columns identify a row.</summary>
    public int Keys { get; }

    /// <summary>Of several rows with one key only the last is written: PostgreSQL would refuse or choose one at random.</summary>
    public bool LastRowWins { get; }

    public static Statement Insert(string table, params Column[] columns) => Insert(table, 0, string.Empty, columns);

    /// <param name="keys">Number of leading columns that the conflict clause names.</param>
    /// <param name="onConflict"><c>on conflict …</c>, understood by both databases.</param>
    public static Statement Insert(string table, int keys, string onConflict, params Column[] columns) => new(
        columns,
        keys,
        keys > 0,
        parameters => $"insert into {table}({Names(columns)}) values ({parameters}) {onConflict}",
        rows => $"insert into {table}({Names(columns)}) select * from {rows} where true {onConflict}");

    /// <summary>Sets the columns after the keys in the rows that the keys name.</summary>
    public static Statement Update(string table, int keys, params Column[] columns) => new(
        columns,
        keys,
        true,
        _ => $"update {table} set {Assignments(columns, keys, i => $"@p{i}")} where {Match(columns, keys, string.Empty)}",
        rows => $"update {table} as t set {Assignments(columns, keys, i => "v." + columns[i].Name)} from {rows} where {Join(columns, keys)}");

    public static Statement Delete(string table, params Column[] keys) => new(
        keys,
        keys.Length,
        true,
        _ => $"delete from {table} where {Match(keys, keys.Length, string.Empty)}",
        rows => $"delete from {table} as t using {rows} where {Join(keys, keys.Length)}");

    /// <param name="select">Columns with the alias <c>t</c>.</param>
    /// <param name="from">Table and joins; the table that the keys belong to has the alias <c>t</c>.</param>
    /// <param name="where">Further condition, <c>and …</c>.</param>
    /// <param name="tail">Order.</param>
    /// <param name="locks">Alias of the table whose rows stay locked until the transaction ends; SQLite's single writer needs no lock. Null = none.</param>
    public static Statement Select(string select, string from, string where, string tail, string? locks, params Column[] keys) => new(
        keys,
        keys.Length,
        true,
        _ => $"select {select} from {from} where {Match(keys, keys.Length, "t.")} {where} {tail}",
        rows => $"select {select} from {rows} join {from} on {Join(keys, keys.Length)} where true {where} {tail}{(locks is null ? string.Empty : $" for update of {locks}")}");

    /// <summary>A statement that the other forms cannot express; both texts have to mean the same.</summary>
    /// <param name="sqlite">Text for one row of keys, <c>@p0</c>, <c>@p1</c> …</param>
    /// <param name="postgres">Makes the text from the expression <c>unnest(…) as v(keys)</c>.</param>
    public static Statement Of(string sqlite, Func<string, string> postgres, params Column[] keys) =>
        new(keys, keys.Length, true, _ => sqlite, postgres);

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(column => column.Name));

    private static string Assignments(Column[] columns, int keys, Func<int, string> value) =>
        string.Join(", ", Enumerable.Range(keys, columns.Length - keys).Select(i => $"{columns[i].Name} = {value(i)}"));

    private static string Match(Column[] columns, int keys, string alias) =>
        string.Join(" and ", Enumerable.Range(0, keys).Select(i => $"{alias}{columns[i].Name} = @p{i}"));

    private static string Join(Column[] columns, int keys) =>
        string.Join(" and ", Enumerable.Range(0, keys).Select(i => $"t.{columns[i].Name} = v.{columns[i].Name}"));
}
