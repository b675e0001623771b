namespace MCU.Integration.Bench.Hub;

internal enum DatabaseKind
{
    /// <summary>The scenario needs none.</summary>
    None,
    Sqlite,
    Postgres,
}
