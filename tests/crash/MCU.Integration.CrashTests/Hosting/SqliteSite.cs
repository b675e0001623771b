namespace MCU.Integration.CrashTests.Hosting;

public sealed class SqliteSite : HubSite
{
    protected override IEnumerable<string> Database => ["--Hub:Storage:Provider=sqlite"];
}
