using MCU.Integration.Hub.Settings;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Content;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Content;

/// <summary>Brings the files below the content root into force, all or none; a bad file is reported and the last good set stays.</summary>
internal sealed partial class ContentImport(ContentPublisher publisher, IOptions<ContentOptions> options, ILogger<ContentImport> logger)
{
    /// <returns>The publication; null when there is no content root.</returns>
    public async Task<ContentPublication?> RunAsync(CancellationToken cancellation)
    {
        if (options.Value.Root is not { } root)
        {
            Log.NoRoot(logger);
            return null;
        }

        var published = await publisher.PublishAsync(ContentFolder.Read(root), Actor.Hub, $"import of {root}", cancellation);
        foreach (var issue in published.Issues)
        {
            if (issue.IsError)
            {
                Log.FileBad(logger, issue.ToString());
            }
            else
            {
                Log.FileDoubtful(logger, issue.ToString());
            }
        }

        if (!published.Succeeded)
        {
            Log.NotImported(logger, published.Issues.Count(issue => issue.IsError), published.ActiveSetId);
        }
        else if (!published.Difference.IsEmpty)
        {
            Log.Imported(logger, published.Difference.Changed.Count, published.Difference.Removed.Count, published.ActiveSetId);
        }

        return published;
    }

    private static partial class Log
    {
        [LoggerMessage(5201, LogLevel.Information, "Content imported: {Changed} changed, {Removed} removed, active set {ActiveSet}")]
        public static partial void Imported(ILogger logger, int changed, int removed, long activeSet);

        [LoggerMessage(5202, LogLevel.Error, "Content not imported: {Errors} errors. Active set {ActiveSet} stays in use")]
        public static partial void NotImported(ILogger logger, int errors, long activeSet);

        [LoggerMessage(5203, LogLevel.Error, "{Issue}")]
        public static partial void FileBad(ILogger logger, string issue);

        [LoggerMessage(5204, LogLevel.Warning, "{Issue}")]
        public static partial void FileDoubtful(ILogger logger, string issue);

        [LoggerMessage(5205, LogLevel.Information, "No content root: no folder upward has adapters/ and workflows/, and Hub__Content__Root is not set")]
        public static partial void NoRoot(ILogger logger);
    }
}
