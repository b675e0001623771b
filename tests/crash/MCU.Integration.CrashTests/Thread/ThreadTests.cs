using MCU.Integration.CrashTests.Hosting;
using MCU.Integration.CrashTests.Judging;
using MCU.Integration.TestSupport;

namespace MCU.Integration.CrashTests.Thread;

/// <summary>
/// The 40 messages with the content as it is shipped: the hub and the mock city each in a process of its own. Judged by what ПОС and СЭД say, by each sample's
/// <c>expected.json</c>, and by the ledger.
/// </summary>
public sealed class ThreadTests
{
    private const double Pace = 0.05;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task Thread_OnSqlite_BringsEveryMessageToItsExpectedEnd() => RunAsync(new SqliteSite());

    [Fact]
    public async Task Thread_OnPostgres_BringsEveryMessageToItsExpectedEnd()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await RunAsync(await PostgresSite.CreateAsync());
    }

    private static async Task RunAsync(HubSite site)
    {
        await using (site)
        {
            using var mocks = await MocksProcess.StartAsync(site.Url, Pace);
            using var city = new CityView(mocks.Pos, mocks.Sed);
            using var view = new HubView(site.Url, site.AdminKey);
            using var hub = ChildProcess.Start("MCU.Integration.Hub", site.Arguments(mocks.Pos, mocks.Sed, TestContent.Root));
            var problems = await new Judge(city, view).WaitAsync(Patience, () => !hub.HasExited);
            problems.ShouldBeEmpty(hub.Output);
        }
    }
}
