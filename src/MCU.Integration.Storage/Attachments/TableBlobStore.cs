using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Attachments;

/// <summary>
/// Blobs as rows. Chunks are written as they come, under the id of the upload; the blob exists once its address points to the upload. What a crash leaves
/// without an address is swept a day later.
/// </summary>
internal sealed class TableBlobStore(HubDatabase database, ISealer sealer, TimeProvider time) : IBlobStore
{
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    private static readonly Statement InsertChunk = Statement.Insert(
        "blob_chunks", Column.Id("upload_id"), Column.Int("number"), Column.Instant("created_at"), Column.Id("key_id"), Column.Bytes("cipher"));

    public async Task<(string Hash, long Size)> PutAsync(Stream content, long maxBytes, CancellationToken cancellation)
    {
        var upload = Guid.CreateVersion7(time.GetUtcNow());
        var kept = false;
        try
        {
            var (hash, size) = await SealedChunks.SealAsync(
                upload, content, maxBytes, sealer, (number, chunk) => WriteChunkAsync(upload, number, chunk, cancellation), cancellation);
            kept = await database.WriteAsync(
                async session => await session.ExecuteAsync(
                    "insert into blobs (hash, upload_id, size) values (@hash, @upload, @size) on conflict (hash) do nothing", new { hash, upload, size }, cancellation) == 1,
                cancellation);
            return (hash, size);
        }
        finally
        {
            if (!kept)
            {
                await SweepAsync(upload);
            }
        }
    }

    public async Task<Stream?> OpenAsync(string hash, CancellationToken cancellation)
    {
        var upload = await database.ReadAsync(
            session => session.FirstAsync("select upload_id from blobs where hash = @hash", new { hash }, row => (Guid?)row.Guid(), cancellation), cancellation);
        return upload is { } id
            ? new UnsealingStream(hash, id, (number, token) => ReadChunkAsync(id, number, token), sealer, () => { })
            : null;
    }

    public Task DeleteAsync(string hash, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("delete from blob_chunks where upload_id in (select upload_id from blobs where hash = @hash)", new { hash }, cancellation);
                await session.ExecuteAsync("delete from blobs where hash = @hash", new { hash }, cancellation);
            },
            cancellation);

    private Task WriteChunkAsync(Guid upload, int number, SealedBody chunk, CancellationToken cancellation) =>
        database.WriteAsync(
            session =>
            {
                session.Write(InsertChunk, [[upload, number, time.GetUtcNow(), chunk.KeyId, chunk.Cipher]]);
                return Task.CompletedTask;
            },
            cancellation);

    private Task<SealedBody?> ReadChunkAsync(Guid upload, int number, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync(
                "select key_id, cipher from blob_chunks where upload_id = @upload and number = @number", new { upload, number }, row => row.Sealed(), cancellation),
            cancellation);

    private Task SweepAsync(Guid upload) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "delete from blob_chunks where upload_id = @upload or (created_at < @abandoned and upload_id not in (select upload_id from blobs))",
                new { upload, abandoned = time.GetUtcNow() - AbandonedAfter },
                CancellationToken.None),
            CancellationToken.None);
}
