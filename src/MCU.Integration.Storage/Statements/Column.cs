namespace MCU.Integration.Storage.Statements;

/// <summary>A column that a statement takes a value for.</summary>
internal readonly record struct Column(string Name, ColumnType Type)
{
    public static Column Id(string name) => new(name, ColumnType.Id);

    public static Column Text(string name) => new(name, ColumnType.Text);

    public static Column Int(string name) => new(name, ColumnType.Int);

    public static Column Long(string name) => new(name, ColumnType.Long);

    public static Column Flag(string name) => new(name, ColumnType.Flag);

    public static Column Instant(string name) => new(name, ColumnType.Instant);

    public static Column Bytes(string name) => new(name, ColumnType.Bytes);

    public static Column Real(string name) => new(name, ColumnType.Real);
}
