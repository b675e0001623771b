using System.Globalization;
using MCU.Integration.CrashHost;
using MCU.Integration.CrashTests.Hosting;

namespace MCU.Integration.CrashTests.Kills;

/// <summary>
/// The hub is killed (SIGKILL) at the k-th commit and at the k-th request of the 40-message run; a new hub takes over and everything has to be as if nothing had
/// happened. By default one k of each kind; with <c>HUB_CRASH_EVERY=1</c> every k (<c>docs/operations/kill-tests.md</c>).
/// </summary>
public abstract class KillTests(KillBench bench, ITestOutputHelper output)
{
    [Fact]
    public Task Hub_KilledBeforeCommit_LosesAndDoublesNothing() => EachAsync(KillAt.Commit, before: true);

    [Fact]
    public Task Hub_KilledAfterCommit_LosesAndDoublesNothing() => EachAsync(KillAt.Commit, before: false);

    [Fact]
    public Task Hub_KilledBeforeSend_LosesAndDoublesNothing() => EachAsync(KillAt.Send, before: true);

    [Fact]
    public Task Hub_KilledAfterSend_LosesAndDoublesNothing() => EachAsync(KillAt.Send, before: false);

    [Fact]
    public async Task Hub_KilledAgainInRecovery_LosesAndDoublesNothing()
    {
        Assert.SkipWhen(bench.Missing is not null, bench.Missing ?? "");
        if (KillSettings.Only is { } only)
        {
            await RunAllAsync([only]);
            return;
        }

        var of = await bench.UndisturbedAsync(Say);
        var random = new SeededRandom(KillSettings.Seed);
        var runs = from run in Enumerable.Range(0, KillSettings.DoubleKills)
                   let first = new KillPoint(KillAt.Commit, run % 2 == 0, random.Next(of.Commits / 4, of.Commits))
                   let second = new KillPoint(run % 3 == 0 ? KillAt.Send : KillAt.Commit, run % 2 != 0, random.Next(1, 30))
                   select new KillSequence([first, second]);
        await RunAllAsync(runs);
    }

    private async Task EachAsync(KillAt at, bool before)
    {
        Assert.SkipWhen(bench.Missing is not null, bench.Missing ?? "");
        Assert.SkipWhen(KillSettings.Only is not null, "Only one sequence is repeated, by the test of the recovery.");
        var undisturbed = await bench.UndisturbedAsync(Say);
        var of = at == KillAt.Commit ? undisturbed.Commits : undisturbed.Sends;
        await RunAllAsync(KillSettings.PlansOf(at, before, of));
    }

    private async Task RunAllAsync(IEnumerable<IKillPlan> plans)
    {
        var wrong = new List<string>();
        foreach (var plan in plans)
        {
            var outcome = await bench.RunAsync(plan);
            Say(outcome.ToString());
            if (outcome.Problems.Count > 0)
            {
                wrong.Add($"""
                    {outcome}
                    again: {KillSettings.OnlyVariable}={plan} dotnet run --project tests/crash/MCU.Integration.CrashTests -- --filter-class '{GetType().FullName}'
                    {string.Join('\n', outcome.Problems)}
                    """);
            }
        }

        wrong.ShouldBeEmpty();
    }

    private void Say(string line)
    {
        output.WriteLine(line);
        bench.Report(line);
    }
}
