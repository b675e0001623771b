namespace MCU.Integration.Storage.Migrations;

/// <summary>Brings the database to this hub's schema.</summary>
public interface IMigrator
{
    /// <summary>Runs what is missing. Safe when several processes start at once.</summary>
    /// <exception cref="SchemaTooNewException">A newer hub has migrated this database.</exception>
    /// <exception cref="UnboundSealsException">The database is one of a development version that sealed in another way.</exception>
    /// <exception cref="HubAlreadyRunningException">SQLite: another hub has the file.</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be reached or written.</exception>
    Task MigrateAsync(CancellationToken cancellation);
}
