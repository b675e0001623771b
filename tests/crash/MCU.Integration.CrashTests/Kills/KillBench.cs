using MCU.Integration.CrashTests.Hosting;

namespace MCU.Integration.CrashTests.Kills;

/// <summary>Makes the sites of one database and knows how many commits and requests an undisturbed run has.</summary>
public abstract class KillBench
{
    /// <summary>Variable with a file that every line of the report is added to.</summary>
    private const string ReportVariable = "HUB_CRASH_REPORT";

    private static readonly Lock Reporting = new();

    private KillOutcome? _undisturbed;

    /// <summary>Why there is no such database here; null when there is one.</summary>
    public virtual string? Missing => null;

    protected abstract string Name { get; }

    /// <summary>Runs the 40 messages without a death, once.</summary>
    public async Task<KillOutcome> UndisturbedAsync(Action<string> say)
    {
        if (_undisturbed is null)
        {
            var outcome = await RunAsync(new KillSequence([]));
            say(outcome.ToString());
            outcome.Problems.ShouldBeEmpty();
            _undisturbed = outcome;
        }

        return _undisturbed;
    }

    public async Task<KillOutcome> RunAsync(IKillPlan plan)
    {
        await using var site = await CreateSiteAsync();
        return await KillRun.RunAsync(site, plan);
    }

    public void Report(string line)
    {
        if (Environment.GetEnvironmentVariable(ReportVariable) is { Length: > 0 } path)
        {
            lock (Reporting)
            {
                File.AppendAllText(path, $"{Name} {line}\n");
            }
        }
    }

    protected abstract Task<HubSite> CreateSiteAsync();
}
