namespace MCU.Integration.Storage;

/// <summary>On SQLite a second hub refuses to start; several hubs need PostgreSQL.</summary>
public sealed class HubAlreadyRunningException(string lockFile, Exception inner)
    : Exception($"Another hub has this database (lock file {lockFile}). SQLite serves one hub at a time; stop it, talk to it, or use PostgreSQL.", inner);
