using MCU.Integration.CrashTests.Hosting;
using MCU.Integration.TestSupport;

namespace MCU.Integration.CrashTests.Kills;

public sealed class PostgresKills : KillBench
{
    public override string? Missing => TestPostgres.Missing;

    protected override string Name => "postgres";

    protected override Task<HubSite> CreateSiteAsync() => PostgresSite.CreateAsync();
}
