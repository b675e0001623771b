namespace MCU.Integration.Storage;

/// <summary>Which database the hub stands on.</summary>
public enum StorageProvider
{
    /// <summary>The embedded default: one file, one hub.</summary>
    Sqlite,

    /// <summary>Any number of hubs on one database.</summary>
    Postgres,
}
