using MCU.Integration.CrashHost;
using MCU.Integration.CrashTests.Hosting;
using MCU.Integration.TestSupport;

namespace MCU.Integration.CrashTests.Workflows;

/// <summary>
/// The hub is killed (SIGKILL) while workflows are in the middle of everything: parallel branches, a child inside its parent's burst, a dispatched child, an HTTP
/// workflow whose caller waits, requests whose answers are on their way, timers that fall due while no hub runs; and once more in the recovery. Every instance has to
/// end as if nothing had happened, none twice.
/// </summary>
public sealed class WorkflowKillTests
{
    private const int KilledBySignal9 = 128 + 9;
    private const int Timers = 8;

    /// <summary>Without any progress.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Held = ["/held/dispatched", "/held/http", "/held/inline", "/held/right"];

    private static readonly string[] Hurry = ["--Hub:Bursts:Lease=00:00:02", "--Hub:Bursts:PollInterval=00:00:00.200"];

    private static readonly string[] Ends =
    [
        """branches Finished {"left":"left","right":"right"}""",
        """dispatch-child Finished {"answer":"dispatched"}""",
        """dispatch-parent Finished {"answer":"dispatched"}""",
        """http Finished {"answer":"http"}""",
        """inline-child Finished {"answer":"inline"}""",
        """inline-parent Finished {"answer":"inline"}""",
        .. Enumerable.Repeat("""timer Finished {"answer":"timer"}""", Timers),
    ];

    [Fact]
    public Task Hub_KilledWhileWorkflowsAreAtWork_FinishesEachOnce_OnSqlite() => RunAsync(new SqliteSite());

    [Fact]
    public async Task Hub_KilledWhileWorkflowsAreAtWork_FinishesEachOnce_OnPostgres()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await RunAsync(await PostgresSite.CreateAsync());
    }

    private static async Task RunAsync(HubSite site)
    {
        await using var _ = site;
        await using var outside = await SlowServer.StartAsync();
        var content = Path.Combine(site.Folder, "content");
        KilledWorkflows.WriteTo(Path.Combine(content, "workflows"), outside.Address);
        var nowhere = new Uri("http://127.0.0.1:9");
        string[] arguments = [.. site.Arguments(nowhere, nowhere, content), .. Hurry];
        using var view = new InstanceView(site.Url, site.AdminKey);
        Task[] inVain;

        using (var first = Start(arguments, null))
        {
            await UntilAsync(view.IsReadyAsync, first);
            inVain = await BeginAsync(view);
            await UntilAsync(() => Task.FromResult(Held.All(path => outside.Count(path) > 0)), first);
        }

        await Task.WhenAll(inVain);
        var sentBefore = outside.Count("/quick/left");
        outside.Release();
        using (var second = Start(arguments, new KillPoint(KillAt.Commit, Before: true, Number: 6)))
        {
            await second.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
            second.ExitCode.ShouldBe(KilledBySignal9, second.Output);
        }

        using var last = Start(arguments, null);
        await UntilAsync(view.IsReadyAsync, last);
        IReadOnlyList<string> instances = [];
        await UntilAsync(async () => (instances = await view.InstancesAsync()).SequenceEqual(Ends), last, () => string.Join('\n', instances));

        outside.Count("/quick/left").ShouldBe(sentBefore, "its answer was stored before the other branch sent");
        foreach (var path in Held)
        {
            // Whether the first was answered nobody knows: it is sent again.
            outside.Count(path).ShouldBeGreaterThan(1, path);
        }

        outside.Count("/quick/timer").ShouldBeGreaterThanOrEqualTo(Timers);
    }

    /// <returns>Requests that wait for an answer.</returns>
    private static async Task<Task[]> BeginAsync(InstanceView view)
    {
        await Task.WhenAll(Enumerable.Range(0, Timers).Select(_ => view.DispatchAsync("timer")));
        await view.DispatchAsync("branches");
        await view.DispatchAsync("dispatch-parent");
        return [view.AskInVainAsync("/elsa/api/workflow-definitions/inline-parent/execute"), view.AskInVainAsync("/workflows-http/killed")];
    }

    private static ChildProcess Start(string[] arguments, KillPoint? point) => ChildProcess.Start(
        "MCU.Integration.CrashHost",
        arguments,
        point is null ? null : new Dictionary<string, string> { [Crash.PlanVariable] = point.ToString() });

    private static async Task UntilAsync(Func<Task<bool>> holds, ChildProcess hub, Func<string>? seen = null)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            (hub.HasExited || TimeProvider.System.GetElapsedTime(since) > Patience).ShouldBeFalse($"{seen?.Invoke()}\n{hub.Output}");
            await Task.Delay(Look, TimeProvider.System);
        }
    }
}
