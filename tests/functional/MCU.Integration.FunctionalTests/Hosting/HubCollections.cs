namespace MCU.Integration.FunctionalTests.Hosting;

[CollectionDefinition(Sqlite)]
public sealed class HubCollections : ICollectionFixture<SqliteHub>
{
    public const string Sqlite = "hub on SQLite";
    public const string Postgres = "hub on PostgreSQL";
}
