using System.Text.Json;
using MCU.Integration.Adapters.Feeds;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Pipeline.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Adapters.Imports;

/// <summary>
/// The file transport: hands in the tables that lie in a folder and moves each to <c>done</c> or <c>failed</c> beside it, with a report. A file that was handed in when the hub died is
/// handed in again, which changes nothing.
/// </summary>
public sealed partial class ImportWatcher(
    AdapterManifests manifests,
    TableImporter importer,
    ILeadership leadership,
    NodeName node,
    IOptions<ImportOptions> options,
    IOptions<FeedOptions> feeds,
    TimeProvider time,
    ILogger<ImportWatcher> logger) : BackgroundService
{
    private static readonly JsonSerializerOptions Report = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Folders.Count == 0)
        {
            return;
        }

        await Task.Yield();
        var duty = new Duty(leadership, "import:folders", node.Value, feeds.Value.Lease, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await duty.HoldAsync(stoppingToken))
                {
                    await LookAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // The folder or the database is away: the files stay where they are.
                Log.LookBroken(logger, exception);
            }

            await Task.Delay(options.Value.Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await duty.ResignAsync();
    }

    /// <summary>Hands in every file that is ready now.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var (adapter, imports) in options.Value.Folders)
        {
            foreach (var (name, folder) in imports)
            {
                if (manifests.TryGet(adapter, out var manifest) && manifest.Imports.TryGetValue(name, out var import) && Directory.Exists(folder))
                {
                    foreach (var file in ReadyIn(folder))
                    {
                        await TakeAsync(adapter, import, folder, file, cancellation);
                    }
                }
            }
        }
    }

    private IEnumerable<FileInfo> ReadyIn(string folder) => new DirectoryInfo(folder).EnumerateFiles()
        .Where(file => file.Extension.ToLowerInvariant() is ".csv" or ".xlsx" && time.GetUtcNow() - file.LastWriteTimeUtc >= options.Value.Interval)
        .OrderBy(file => file.LastWriteTimeUtc)
        .ThenBy(file => file.Name, StringComparer.Ordinal)
        .ToList();

    private async Task TakeAsync(string adapter, TableImport import, string folder, FileInfo file, CancellationToken cancellation)
    {
        try
        {
            if (file.Length > options.Value.MaxBytes)
            {
                throw new TableException("too_large", $"A file has at most {options.Value.MaxBytes} bytes.");
            }

            var report = await importer.ImportAsync(adapter, import, await File.ReadAllBytesAsync(file.FullName, cancellation), cancellation);
            Log.Imported(logger, adapter, import.Name, report.Rows, report.Accepted, report.Refused.Count);
            await MoveAsync(file, Path.Combine(folder, "done"), report, cancellation);
        }
        catch (TableException problem)
        {
            Log.NotATable(logger, adapter, import.Name, problem.Code);
            await MoveAsync(file, Path.Combine(folder, "failed"), new { code = problem.Code, detail = problem.Message }, cancellation);
        }
    }

    private async Task MoveAsync(FileInfo file, string folder, object report, CancellationToken cancellation)
    {
        // Exports come under the same name again and again.
        var name = $"{time.GetUtcNow():yyyyMMdd'T'HHmmssfff}-{file.Name}";
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".report.json"), JsonSerializer.SerializeToUtf8Bytes(report, Report), cancellation);
        file.MoveTo(Path.Combine(folder, name));
    }

    private static partial class Log
    {
        [LoggerMessage(3501, LogLevel.Information, "Import {Import} of {Adapter}: {Rows} rows, {Accepted} taken in, {Refused} refused")]
        public static partial void Imported(ILogger logger, string adapter, string import, int rows, int accepted, int refused);

        [LoggerMessage(3502, LogLevel.Warning, "Import {Import} of {Adapter}: the file is no table ({Code})")]
        public static partial void NotATable(ILogger logger, string adapter, string import, string code);

        [LoggerMessage(3503, LogLevel.Warning, "The folders of the imports could not be looked through")]
        public static partial void LookBroken(ILogger logger, Exception exception);
    }
}
