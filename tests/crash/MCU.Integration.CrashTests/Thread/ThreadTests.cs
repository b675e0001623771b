using MCU.Integration.CrashTests.Hosting;
using MCU.Integration.CrashTests.Judging;
using MCU.Integration.TestSupport;

namespace MCU.Integration.CrashTests.Thread;

/// <summary>
/// The 40 messages with the content as it is shipped: hub and mock city each in a process of its own; on PostgreSQL two hubs, as <c>docker-compose.yml</c> has them.
/// Judged by what ПОС and СЭД say, by each sample's <c>expected.json</c>, and by the ledger.
/// </summary>
public sealed class ThreadTests
{
    private const double Pace = 0.05;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    [Fact]
    public Task Thread_OnSqlite_BringsEveryMessageToItsExpectedEnd() => RunAsync(new SqliteSite(), hubs: 1);

    [Fact]
    public async Task Thread_OnPostgresWithTwoHubs_BringsEveryMessageToItsExpectedEnd()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await RunAsync(await PostgresSite.CreateAsync(), hubs: 2);
    }

    private static async Task RunAsync(HubSite site, int hubs)
    {
        await using (site)
        {
            using var mocks = await MocksProcess.StartAsync(site.Url, Pace);
            using var city = new CityView(mocks.Pos, mocks.Sed);
            using var view = new HubView(site.Url, site.AdminKey);
            using var first = Start(site.Url);
            using var second = hubs == 2 ? await StartAfterAsync(view) : null;
            var problems = await new Judge(city, view).WaitAsync(Patience, () => !first.HasExited && second?.HasExited is not true);
            problems.ShouldBeEmpty($"{first.Output}\n{second?.Output}");

            ChildProcess Start(Uri url) => ChildProcess.Start("MCU.Integration.Hub", site.Arguments(mocks.Pos, mocks.Sed, TestContent.Root, url));

            // The first one makes the tables and the key file.
            async Task<ChildProcess> StartAfterAsync(HubView firstView)
            {
                var since = TimeProvider.System.GetTimestamp();
                while (!await firstView.IsReadyAsync())
                {
                    TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(Patience, first.Output);
                    await Task.Delay(Look, TimeProvider.System);
                }

                return Start(new($"http://127.0.0.1:{FreePort.Find()}"));
            }
        }
    }
}
