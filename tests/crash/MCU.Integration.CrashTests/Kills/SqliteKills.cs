using MCU.Integration.CrashTests.Hosting;

namespace MCU.Integration.CrashTests.Kills;

public sealed class SqliteKills : KillBench
{
    protected override string Name => "sqlite";

    protected override Task<HubSite> CreateSiteAsync() => Task.FromResult<HubSite>(new SqliteSite());
}
