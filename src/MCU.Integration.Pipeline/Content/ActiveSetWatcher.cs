using MCU.Integration.Pipeline.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Follows what other nodes and people publish.</summary>
public sealed partial class ActiveSetWatcher(ActiveSets sets, IWakeUp wakeUp, TimeProvider time, ILogger<ActiveSetWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await wakeUp.WaitAsync(WakeUpChannel.Content, PollInterval, stoppingToken);
                await sets.RefreshAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.RefreshFailed(logger, exception);
                await Task.Delay(PollInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2111, LogLevel.Warning, "The active set could not be read; the last one stays in use")]
        public static partial void RefreshFailed(ILogger logger, Exception exception);
    }
}
