namespace MCU.Integration.FunctionalTests.Hosting;

[CollectionDefinition(HubCollections.Postgres)]
public sealed class PostgresCollection : ICollectionFixture<PostgresHub>;
