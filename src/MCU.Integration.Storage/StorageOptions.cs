using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Storage;

/// <summary>Which database, and where.</summary>
public sealed class StorageOptions
{
    /// <summary>The database. <value>The default is Sqlite.</value></summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Npgsql or SQLite connection string. <value>The default is <c>hub.db</c> in the data directory (SQLite only).</value></summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder of the SQLite file and of attachments. <value>The default is <c>data</c>.</value></summary>
    [Required(AllowEmptyStrings = false)]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Where attachments lie. <value>The default is Folder.</value></summary>
    public BlobPlace Blobs { get; set; } = BlobPlace.Folder;

    /// <summary>How often a transaction that lost a deadlock or serialisation race is tried again (PostgreSQL). <value>The default is 5.</value></summary>
    [Range(0, 100)]
    public int MaxTransactionRetries { get; set; } = 5;
}
