using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Instances;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.State;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.ElsaApi.Live;

/// <summary>
/// Tells observers what changed. Each node looks at the rows of the instances that are watched on it, a few times a second and only then; so it does not
/// matter which node runs an instance, and commits cost nothing more.
/// </summary>
internal sealed partial class InstanceUpdates(
    ObservedInstances observed,
    IInstanceStore instances,
    InstanceBook book,
    IHubContext<WorkflowInstanceHub> hub,
    TimeProvider time,
    ILogger<InstanceUpdates> logger) : BackgroundService
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await observed.WaitAsync(stoppingToken);
                await LookAsync(stoppingToken);
                await Task.Delay(Interval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The hub stops.
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var ids in observed.Ids.Chunk(MostAtOnce))
            {
                var (rows, _) = await instances.ListAsync(new() { Ids = ids }, 0, MostAtOnce, cancellation);
                foreach (var row in rows.Where(row => observed.IsNew(row.Id, row.RowVersion)))
                {
                    await TellAsync(row, cancellation);
                }
            }
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // The database is away for a moment; the designer shows what it has.
            Log.Interrupted(logger, exception);
        }
    }

    private async Task TellAsync(InstanceRow row, CancellationToken cancellation)
    {
        var (_, executions) = book.Read(await instances.JournalAsync(row.Id, cancellation));
        var stats = executions.GroupBy(execution => execution.ActivityNodeId).Select(node => ExecutionShapes.Stats(node.Key, [.. node]));
        var observers = hub.Clients.Group(row.Id);
        await observers.SendAsync("ActivityExecutionLogUpdatedAsync", new JsonObject { ["stats"] = new JsonArray([.. stats]) }, cancellation);
        await observers.SendAsync("WorkflowExecutionLogUpdatedAsync", new JsonObject(), cancellation);
        await observers.SendAsync("WorkflowInstanceUpdatedAsync", new JsonObject { ["workflowInstanceId"] = row.Id }, cancellation);
        if (row.Status == nameof(WorkflowStatus.Finished))
        {
            observed.Forget(row.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6001, LogLevel.Warning, "Live updates of instances are interrupted; trying again")]
        public static partial void Interrupted(ILogger logger, Exception exception);
    }
}
