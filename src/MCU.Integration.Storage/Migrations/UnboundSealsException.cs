namespace MCU.Integration.Storage.Migrations;

/// <summary>A development version of the hub filled the database before sealed values were bound to their rows; nothing opens these any more.</summary>
public sealed class UnboundSealsException(Exception inner) : Exception(
    "A development version of the hub sealed this database without binding the values to their rows, and this version does not open them. "
    + "Begin with an empty database: another data directory, or another database of PostgreSQL.", inner);
