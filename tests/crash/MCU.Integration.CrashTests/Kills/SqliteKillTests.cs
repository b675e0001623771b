namespace MCU.Integration.CrashTests.Kills;

public sealed class SqliteKillTests(SqliteKills bench, ITestOutputHelper output) : KillTests(bench, output), IClassFixture<SqliteKills>;
