using System.Collections.Concurrent;
using System.Security.Cryptography;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>Attachments and their contents in memory.</summary>
public sealed class MemoryFiles : IAttachmentStore, IBlobStore
{
    private readonly ConcurrentDictionary<AttachmentId, AttachmentRow> _rows = new();
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new();

    public int Puts { get; private set; }

    public AttachmentRow Add(AttachmentRow row) => _rows[row.Id] = row;

    /// <summary>An attachment whose content is here already.</summary>
    public AttachmentRow AddStored(string name, string mediaType, byte[] content)
    {
        var hash = Hash(content);
        _blobs[hash] = content;
        return Add(Row(name, "/files/" + name) with { MediaType = mediaType, Size = content.Length, BlobHash = hash });
    }

    public static AttachmentRow Row(string name, string url) =>
        new(new(Guid.CreateVersion7()), null, new CaseId(Guid.CreateVersion7()), "pos", "ext-" + name, url, name, "application/octet-stream", null, null, null, null, DateTimeOffset.UnixEpoch);

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public Task<AttachmentRow?> FindAsync(AttachmentId id, CancellationToken cancellation) => Task.FromResult(_rows.GetValueOrDefault(id));

    public Task<IReadOnlyList<AttachmentRow>> OfCaseAsync(CaseId caseId, SubmissionId submissionId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AttachmentRow>>([.. _rows.Values.Where(row => row.CaseId == caseId || row.SubmissionId == submissionId)]);

    public Task DeleteAsync(string hash, CancellationToken cancellation)
    {
        _blobs.TryRemove(hash, out _);
        return Task.CompletedTask;
    }

    public Task SetFetchedAsync(AttachmentId id, string blobHash, long size, CancellationToken cancellation)
    {
        _rows[id] = _rows[id] with { BlobHash = blobHash, Size = size };
        return Task.CompletedTask;
    }

    public Task SetProblemAsync(AttachmentId id, string problem, CancellationToken cancellation)
    {
        _rows[id] = _rows[id] with { Problem = problem };
        return Task.CompletedTask;
    }

    public async Task<(string Hash, long Size)> PutAsync(Stream content, long maxBytes, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellation);
        if (whole.Length > maxBytes)
        {
            throw new BlobTooLargeException(maxBytes);
        }

        Puts++;
        var bytes = whole.ToArray();
        _blobs[Hash(bytes)] = bytes;
        return (Hash(bytes), bytes.Length);
    }

    public Task<Stream?> OpenAsync(string hash, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(_blobs.TryGetValue(hash, out var content) ? new MemoryStream(content) : null);
}
