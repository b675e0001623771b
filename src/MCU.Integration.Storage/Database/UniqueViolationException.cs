namespace MCU.Integration.Storage.Database;

/// <summary>A unique index refused a row: another transaction was first.</summary>
internal sealed class UniqueViolationException(Exception inner) : Exception(inner.Message, inner);
