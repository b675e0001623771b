namespace MCU.Integration.FunctionalTests.Hosting;

public sealed class SqliteHub : HubHost;
