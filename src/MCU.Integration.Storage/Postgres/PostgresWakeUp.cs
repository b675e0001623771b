using System.Threading.Channels;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Storage.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MCU.Integration.Storage.Postgres;

/// <summary>
/// Signals within the process at once, and to other nodes by <c>notify</c>. Two connections of its own, which come back by themselves: one listens, one tells
/// without waiting for the disk, since a lost notification only costs a poll.
/// Telling is not part of the writing transactions, because <c>notify</c> would make their commits queue up; many signals become one.
/// </summary>
internal sealed partial class PostgresWakeUp(PostgresPools pools, TimeProvider time, ILogger<PostgresWakeUp> logger) : BackgroundService, IWakeUp
{
    private const string Topic = "hub_wake_up";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(10);

    private readonly LocalWakeUp _local = new(time);
    private readonly string _node = Guid.CreateVersion7().ToString("N");
    private readonly Channel<WakeUpChannel> _toTell = Channel.CreateBounded<WakeUpChannel>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Signal(WakeUpChannel channel)
    {
        _local.Signal(channel);
        _toTell.Writer.TryWrite(channel);
    }

    public Task WaitAsync(WakeUpChannel channel, TimeSpan atMost, CancellationToken cancellation) => _local.WaitAsync(channel, atMost, cancellation);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(KeepAsync(pools.Forced, ListenAsync, stoppingToken), KeepAsync(pools.Lazy, TellAsync, stoppingToken));

    private async Task KeepAsync(NpgsqlDataSource source, Func<NpgsqlConnection, CancellationToken, Task> run, CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stopping);
                await run(connection, stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                Log.Interrupted(logger, exception);
                await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        connection.Notification += (_, notification) => Hear(notification.Payload);
        await ExecuteAsync(connection, $"listen {Topic}", stopping);

        // What was said while nobody listened is unknown: look everywhere once.
        foreach (var channel in Enum.GetValues<WakeUpChannel>())
        {
            _local.Signal(channel);
        }

        while (true)
        {
            await connection.WaitAsync(stopping);
        }
    }

    private async Task TellAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        while (await _toTell.Reader.WaitToReadAsync(stopping))
        {
            var channels = new HashSet<WakeUpChannel>();
            while (_toTell.Reader.TryRead(out var channel))
            {
                channels.Add(channel);
            }

            foreach (var channel in channels)
            {
                await ExecuteAsync(connection, $"notify {Topic}, '{_node}:{(int)channel}'", stopping);
            }

            await Task.Delay(Gather, time, stopping);
        }
    }

    private void Hear(string payload)
    {
        var parts = payload.Split(':');
        if (parts.Length == 2 && parts[0] != _node && int.TryParse(parts[1], out var channel) && Enum.IsDefined((WakeUpChannel)channel))
        {
            _local.Signal((WakeUpChannel)channel);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(4011, LogLevel.Warning, "Wake-up signals between nodes are interrupted; polling goes on")]
        public static partial void Interrupted(ILogger logger, Exception exception);
    }
}
