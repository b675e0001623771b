using System.Threading.Channels;
using MCU.Integration.Hub.Settings;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Content;

/// <summary>Imports the content again when its files change; for engineers who edit text beside a running hub.</summary>
internal sealed partial class ContentWatch(ContentImport import, IOptions<ContentOptions> options, TimeProvider time, ILogger<ContentWatch> logger) : BackgroundService
{
    private static readonly string[] Folders = ["adapters", "mappings", "rules", "workflows"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value is not { Watch: true, Root: { } root })
        {
            return;
        }

        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var watchers = Folders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists).Select(folder => Watch(folder, () => changes.Writer.TryWrite(true))).ToList();
        try
        {
            while (await changes.Reader.WaitToReadAsync(stoppingToken))
            {
                // An editor writes several times, a checkout many files: wait until it is quiet.
                while (changes.Reader.TryRead(out _))
                {
                    await Task.Delay(options.Value.Quiet, time, stoppingToken);
                }

                await ImportAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The hub stops.
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    private async Task ImportAsync(CancellationToken cancellation)
    {
        try
        {
            await import.RunAsync(cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A file that is being written, a database that is away: the next change tries again.
            Log.ImportFailed(logger, exception);
        }
    }

    private static FileSystemWatcher Watch(string folder, Action changed)
    {
        var watcher = new FileSystemWatcher(folder, "*.json") { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        watcher.Error += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private static partial class Log
    {
        [LoggerMessage(5211, LogLevel.Warning, "Content could not be imported after a change of its files")]
        public static partial void ImportFailed(ILogger logger, Exception exception);
    }
}
