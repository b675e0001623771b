using System.Text;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Workflows;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Keeps the compiled active set in step with the database. A set that cannot be compiled is reported and the last good one stays.</summary>
public sealed partial class ActiveSets(
    IContentStore store,
    IDefinitionStore definitions,
    ContentCompiler compiler,
    WorkflowCache workflows,
    ILogger<ActiveSets> logger)
{
    private readonly SemaphoreSlim _refreshing = new(1);
    private volatile ActiveSet _current = ActiveSet.Empty;

    public ActiveSet Current => _current;

    /// <summary>Swaps in what is published now, when that has changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _refreshing.WaitAsync(cancellation);
        try
        {
            var generation = await store.GenerationAsync(cancellation);
            if (generation != _current.Generation)
            {
                _current = await BuildAsync(generation, cancellation);
            }
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private async Task<ActiveSet> BuildAsync(long generation, CancellationToken cancellation)
    {
        var id = await store.ActiveSetIdAsync(cancellation);
        var triggers = new TriggerIndex(await definitions.TriggersAsync(cancellation));
        workflows.Clear();
        if (id == _current.PublishedId)
        {
            return _current with { Generation = generation, Triggers = triggers };
        }

        var items = await store.LoadAsync(id, cancellation);
        var compiled = compiler.Compile([.. items.Select(item => new ContentFile(item.Kind, item.Key, item.Path ?? ContentFolder.PathOf(item.Kind, item.Key), Encoding.UTF8.GetBytes(item.Body)))]);
        if (compiled.HasErrors)
        {
            Log.SetBroken(logger, id, compiled.Issues.First(issue => issue.IsError).ToString());
            return _current with { PublishedId = id, Generation = generation, Triggers = triggers };
        }

        Log.SetActive(logger, id, items.Count);
        return new(id, generation, compiled.Adapters, compiled.Documents, compiled.Rules, triggers);
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Information, "Active set {Id} is in use: {Items} items")]
        public static partial void SetActive(ILogger logger, long id, int items);

        [LoggerMessage(2102, LogLevel.Error, "Active set {Id} cannot be used by this version of the hub, the last good one stays: {Issue}")]
        public static partial void SetBroken(ILogger logger, long id, string issue);
    }
}
