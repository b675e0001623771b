using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Definitions;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Retention;

/// <summary>Erases what has been kept long enough, in bounded batches, and says in the audit how much.</summary>
public sealed class RetentionRun(IRetentionStore store, IDefinitionStore definitions, AuditTrail audit, IOptions<RetentionOptions> options, TimeProvider time)
{
    // An instance that is just being started may be about to use a snapshot.
    private const int SnapshotDays = 1;

    private readonly RetentionOptions _options = options.Value;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await EraseAsync("bodies", _options.BodyDays, store.EraseBodiesAsync, now, cancellation);
        await EraseAsync("attachments", _options.AttachmentDays, store.EraseAttachmentsAsync, now, cancellation);
        await EraseAsync("instances", _options.InstanceDays, store.DeleteInstancesAsync, now, cancellation);
        await EraseAsync("snapshots", SnapshotDays, definitions.DeleteUnusedSnapshotsAsync, now, cancellation);
        await EraseAsync("replies", _options.ReplyDays, store.DeleteRepliesAsync, now, cancellation);
        await EraseAsync("alerts", _options.AlertDays, store.DeleteAlertsAsync, now, cancellation);
        await store.DeleteUnusedRoutesAsync(cancellation);

        // Never the key of the present month or the one before: a burst may still hold it.
        var destroyed = await store.DestroyUnusedKeysAsync(new DateOnly(now.Year, now.Month, 1).AddMonths(-1), cancellation);
        if (destroyed.Count > 0)
        {
            await audit.WriteAsync(Actor.Hub, "retention.erase", null, $"keys={string.Join(',', destroyed)}", cancellation);
        }
    }

    private async Task EraseAsync(
        string what, int days, Func<DateTimeOffset, int, CancellationToken, Task<int>> erase, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = now - TimeSpan.FromDays(days);
        long erased = 0;
        for (var batch = 0; batch < _options.MaxBatches; batch++)
        {
            var count = await erase(before, _options.Batch, cancellation);
            erased += count;
            if (count < _options.Batch)
            {
                break;
            }
        }

        if (erased > 0)
        {
            await audit.WriteAsync(Actor.Hub, "retention.erase", null, $"{what}={erased}", cancellation);
        }
    }
}
