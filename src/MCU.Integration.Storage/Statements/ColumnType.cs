namespace MCU.Integration.Storage.Statements;

internal enum ColumnType
{
    Id,
    Text,
    Int,
    Long,
    Flag,
    Instant,
    Bytes,
    Real,
}
