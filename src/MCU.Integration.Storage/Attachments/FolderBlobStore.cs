using System.Buffers.Binary;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Storage.Attachments;

/// <summary>Blobs as files <c>blobs/ab/abcd…</c>: the id of the upload, then its chunks. A file appears under its name only when its content, and then the name itself, are on the disk.</summary>
internal sealed class FolderBlobStore(StorageOptions options, ISealer sealer) : IBlobStore
{
    private const int KeySize = 16;
    private const int FrameSize = KeySize + sizeof(int);
    private const int MostCipher = SealedChunks.PlainSize + 1024;

    private readonly string _root = Path.GetFullPath(Path.Combine(options.DataDirectory, "blobs"));

    public async Task<(string Hash, long Size)> PutAsync(Stream content, long maxBytes, CancellationToken cancellation)
    {
        try
        {
            return await WriteAsync(content, maxBytes, cancellation);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StorageUnavailableException("The folder of attachments cannot be written.", exception);
        }
        catch (IOException exception) when (exception is not FileNotFoundException && IsOurs(exception))
        {
            throw new StorageUnavailableException("The folder of attachments cannot be written.", exception);
        }
    }

    public async Task<Stream?> OpenAsync(string hash, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!BlobAddress.IsValid(hash) || !File.Exists(PathOf(hash)))
        {
            return null;
        }

        var file = new FileStream(PathOf(hash), new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        var upload = new byte[KeySize];
        if (await file.ReadAtLeastAsync(upload, KeySize, throwOnEndOfStream: false, cancellation) < KeySize)
        {
            await file.DisposeAsync();
            throw new SealBrokenException("The file of an attachment is damaged.");
        }

        return new UnsealingStream(hash, new(upload, bigEndian: true), (_, token) => ReadChunkAsync(file, token), sealer, file.Dispose);
    }

    public Task DeleteAsync(string hash, CancellationToken cancellation)
    {
        if (BlobAddress.IsValid(hash) && File.Exists(PathOf(hash)))
        {
            File.Delete(PathOf(hash));
        }

        return Task.CompletedTask;
    }

    private async Task<(string Hash, long Size)> WriteAsync(Stream content, long maxBytes, CancellationToken cancellation)
    {
        var incoming = Path.Combine(_root, "incoming");
        Directory.CreateDirectory(incoming);
        var upload = Guid.CreateVersion7();
        var temporary = Path.Combine(incoming, upload.ToString("N"));
        try
        {
            (string Hash, long Size) stored;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, FileOptions.Asynchronous))
            {
                await file.WriteAsync(upload.ToByteArray(bigEndian: true), cancellation);
                stored = await SealedChunks.SealAsync(upload, content, maxBytes, sealer, (_, chunk) => WriteChunkAsync(file, chunk, cancellation), cancellation);
                file.Flush(flushToDisk: true);
            }

            Place(temporary, stored.Hash);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void Place(string temporary, string hash)
    {
        var target = PathOf(hash);
        if (File.Exists(target))
        {
            return;
        }

        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        File.Move(temporary, target, overwrite: true);
        DirectorySync.Flush(folder);
        DirectorySync.Flush(_root);
    }

    private string PathOf(string hash) => Path.Combine(_root, hash[..2], hash);

    private static async Task WriteChunkAsync(FileStream file, SealedBody chunk, CancellationToken cancellation)
    {
        var frame = new byte[FrameSize];
        chunk.KeyId.TryWriteBytes(frame, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(KeySize), chunk.Cipher.Length);
        await file.WriteAsync(frame, cancellation);
        await file.WriteAsync(chunk.Cipher, cancellation);
    }

    private static async Task<SealedBody?> ReadChunkAsync(FileStream file, CancellationToken cancellation)
    {
        var frame = new byte[FrameSize];
        if (await file.ReadAtLeastAsync(frame, FrameSize, throwOnEndOfStream: false, cancellation) < FrameSize)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(KeySize));
        if (length is < 0 or > MostCipher)
        {
            throw new SealBrokenException("The file of an attachment is damaged.");
        }

        var cipher = new byte[length];
        return await file.ReadAtLeastAsync(cipher, length, throwOnEndOfStream: false, cancellation) < length
            ? null
            : new(new(frame.AsSpan(0, KeySize), bigEndian: true), cipher);
    }

    // An HttpIOException of the content's own stream is its caller's affair.
    private static bool IsOurs(IOException exception) => exception.GetType() == typeof(IOException) || exception is DirectoryNotFoundException or PathTooLongException;
}
