namespace MCU.Integration.Hub.Schedules;

/// <summary>Runs a duty of the leading node; a failure is told and the next turn tries again.</summary>
internal sealed partial class LeaderRun(LeaderDuty duty, IHostApplicationLifetime lifetime, ILogger<LeaderRun> logger)
{
    public async Task RunAsync(string name, Func<CancellationToken, Task> work)
    {
        var stopping = lifetime.ApplicationStopping;
        try
        {
            if (await duty.HoldAsync(stopping))
            {
                await work(stopping);
            }
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.Failed(logger, exception, name);
        }
        catch (OperationCanceledException)
        {
            // The hub stops.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5301, LogLevel.Warning, "The schedule {Schedule} failed; its next turn tries again")]
        public static partial void Failed(ILogger logger, Exception exception, string schedule);
    }
}
