using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Pipeline.Attachments;

/// <summary>
/// Brings files of outside systems into the blob store: streamed, limited, checked against the hash that came with them, once.
/// What can never be had is recorded with its reason, so that the rest of a case can go on without it.
/// </summary>
public sealed partial class AttachmentFetcher(IAttachmentStore attachments, IAttachmentSource source, IBlobStore blobs, ILogger<AttachmentFetcher> logger) : IAttachmentFetcher
{
    private static readonly Counter<long> Fetches = HubTelemetry.Meter.CreateCounter<long>(HubTelemetry.AttachmentsFetched);

    // One fetch per file at a time in this process; another node at worst stores the same content at the same address.
    private readonly ConcurrentDictionary<AttachmentId, SemaphoreSlim> _gates = new();

    public async Task<AttachmentFetch> FetchAsync(AttachmentId id, CancellationToken cancellation)
    {
        var known = await KnownAsync(id, cancellation);
        if (known is not { Row: { } row, BlobHash: null, Problem: null })
        {
            return known;
        }

        var gate = _gates.GetOrAdd(id, _ => new(1, 1));
        await gate.WaitAsync(cancellation);
        try
        {
            known = await KnownAsync(id, cancellation);
            if (known.BlobHash is not null || known.Problem is not null)
            {
                return known;
            }

            var fetched = await DownloadAsync(row, cancellation);
            Fetches.Add(1, new TagList { { "adapter", row.Adapter }, { "result", fetched.Problem ?? "fetched" } });
            return fetched;
        }
        finally
        {
            gate.Release();
            _gates.TryRemove(id, out _);
        }
    }

    private async Task<AttachmentFetch> KnownAsync(AttachmentId id, CancellationToken cancellation) =>
        await attachments.FindAsync(id, cancellation) is { } row
            ? new(row, row.BlobHash, row.BlobHash is null ? row.Problem : null, Final: row.Problem is not null)
            : new(null, null, "unknown_attachment", Final: true);

    private async Task<AttachmentFetch> DownloadAsync(AttachmentRow row, CancellationToken cancellation)
    {
        var download = await source.OpenAsync(row, cancellation);
        if (download.Content is not { } content)
        {
            return await FailAsync(row, download.Problem ?? "unavailable", download.Final, cancellation);
        }

        await using (content)
        {
            string hash;
            long size;
            try
            {
                (hash, size) = await blobs.PutAsync(content, download.MaxSize, cancellation);
            }
            catch (BlobTooLargeException)
            {
                return await FailAsync(row, "too_large", final: true, cancellation);
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested && exception is HttpRequestException or IOException or OperationCanceledException)
            {
                return await FailAsync(row, "broken_off", final: false, cancellation);
            }

            if (row.Sha256 is { } promised && !string.Equals(promised, hash, StringComparison.OrdinalIgnoreCase))
            {
                return await FailAsync(row, "hash_differs", final: true, cancellation);
            }

            await attachments.SetFetchedAsync(row.Id, hash, size, cancellation);
            return new(row with { BlobHash = hash, Size = size }, hash, null, Final: false);
        }
    }

    private async Task<AttachmentFetch> FailAsync(AttachmentRow row, string problem, bool final, CancellationToken cancellation)
    {
        Log.NotFetched(logger, row.Id.Value, row.Adapter, problem, final);
        if (final)
        {
            await attachments.SetProblemAsync(row.Id, problem, cancellation);
        }

        return new(row, null, problem, final);
    }

    private static partial class Log
    {
        [LoggerMessage(3301, LogLevel.Warning, "Attachment {Attachment} of adapter {Adapter} was not fetched: {Problem} (final: {Final})")]
        public static partial void NotFetched(ILogger logger, Guid attachment, string adapter, string problem, bool final);
    }
}
