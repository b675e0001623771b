namespace MCU.Integration.CrashTests.Judging;

/// <summary>Judges a hub by what the outside systems know. Its own ledger is judged too, but believed in nothing.</summary>
public sealed class Judge(CityView city, HubView hub)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Nothing may come of a finished run after this time.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    private readonly IReadOnlyList<Expectation> _expectations = Expectation.LoadAll();

    /// <summary>Waits until everything is as it must be, and stays so; returns what was still wrong when the patience ended.</summary>
    /// <param name="alive">False when the hub died: nothing more will come.</param>
    public async Task<IReadOnlyList<string>> WaitAsync(TimeSpan patience, Func<bool> alive)
    {
        using var over = new CancellationTokenSource(patience, TimeProvider.System);
        IReadOnlyList<string> problems = ["the hub did not come to rest"];
        while (!over.IsCancellationRequested && alive())
        {
            try
            {
                if (await IsRestingAsync())
                {
                    problems = await LookAsync();
                    if (problems.Count == 0)
                    {
                        await Task.Delay(Quiet, TimeProvider.System);
                        problems = await LookAsync();
                        if (problems.Count == 0)
                        {
                            return problems;
                        }
                    }
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

    private async Task<bool> IsRestingAsync()
    {
        var ledger = await hub.LedgerTotalAsync();
        return ledger is { Waiting: 0, DeliveriesWaiting: 0, Received: > 0 } && (await city.StateAsync()).GetProperty("idle").GetBoolean();
    }
}
