namespace MCU.Integration.CrashTests.Kills;

public sealed class PostgresKillTests(PostgresKills bench, ITestOutputHelper output) : KillTests(bench, output), IClassFixture<PostgresKills>;
