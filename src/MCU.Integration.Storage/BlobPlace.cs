namespace MCU.Integration.Storage;

/// <summary>Where attachments lie.</summary>
public enum BlobPlace
{
    /// <summary>Files below the data directory.</summary>
    Folder,

    /// <summary>Rows of the database: for several hubs without a shared file system.</summary>
    Table,
}
