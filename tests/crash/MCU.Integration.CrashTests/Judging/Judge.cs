namespace MCU.Integration.CrashTests.Judging;

/// <summary>Judges a hub by what the outside systems know. Its own ledger is judged too, but believed in nothing.</summary>
public sealed class Judge(CityView city, HubView hub)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Nothing may come of a finished run after this time.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    private readonly IReadOnlyList<Expectation> _expectations = Expectation.LoadAll();

    /// <summary>Waits until everything is as it must be, and stays so; returns what was still wrong when nothing had moved for as long as the patience lasts.</summary>
    /// <param name="patience">Without any progress: a slow machine is no fault of the hub.</param>
    /// <param name="alive">False when the hub died: nothing more will come.</param>
    public async Task<IReadOnlyList<string>> WaitAsync(TimeSpan patience, Func<bool> alive)
    {
        IReadOnlyList<string> problems = ["the hub did not come up"];
        var progress = "";
        var since = TimeProvider.System.GetTimestamp();
        while (alive() && TimeProvider.System.GetElapsedTime(since) < patience)
        {
            try
            {
                var (resting, seen) = await GlanceAsync();
                if (seen != progress)
                {
                    (progress, since) = (seen, TimeProvider.System.GetTimestamp());
                }

                problems = resting ? await LookTwiceAsync() : [$"the hub did not come to rest: {seen}"];
                if (problems.Count == 0)
                {
                    return problems;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                problems = [exception.Message];
            }

            await Task.Delay(Look, TimeProvider.System);
        }

        return problems;
    }

    /// <summary>Everything that is not as it must be now.</summary>
    public async Task<IReadOnlyList<string>> LookAsync()
    {
        var log = await city.LogAsync();
        var handedOver = LedgerJudge.HandedOver(await city.FeedAsync("messages"), await city.FeedAsync("events"), log);
        return
        [
            .. LedgerJudge.JudgeIntake(handedOver, await hub.InboundAsync(), _expectations),
            .. CityJudge.Judge(_expectations, await city.StateAsync()),
            .. CaseJudge.Judge(_expectations, await hub.DossiersAsync()),
            .. LedgerJudge.JudgeFigures(await hub.LedgerAsync(), handedOver, log),
            .. (await hub.VerifyAsync()).Select(line => $"ledger and rows differ: {line}"),
            .. (await hub.DeadWorkAsync()).Select(item => $"dead work: {item.GetRawText()}"),
            .. (await hub.DeliveriesAsync()).Where(row => row.GetProperty("state").GetString() is not ("delivered" or "superseded")).Select(row => $"delivery: {row.GetRawText()}"),
        ];
    }

    private async Task<IReadOnlyList<string>> LookTwiceAsync()
    {
        var problems = await LookAsync();
        if (problems.Count == 0)
        {
            await Task.Delay(Quiet, TimeProvider.System);
            problems = await LookAsync();
        }

        return problems;
    }

    private async Task<(bool Resting, string Seen)> GlanceAsync()
    {
        var ledger = await hub.LedgerTotalAsync();
        var state = await city.StateAsync();
        return (ledger is { Waiting: 0, DeliveriesWaiting: 0, Received: > 0 } && state.GetProperty("idle").GetBoolean(), $"{ledger}, {state.GetProperty("logged").GetInt32()} requests");
    }
}
