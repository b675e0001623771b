using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Storage.Attachments;

/// <summary>
/// A file as sealed chunks. Each chunk is bound to its upload and its number and carries whether it is the last, so that chunks cannot be cut off, swapped or
/// repeated unseen. That a whole upload stands for another is seen from the hash of its content, which is its address.
/// </summary>
internal static class SealedChunks
{
    public const int PlainSize = 64 * 1024;

    private const int HeaderSize = 1;

    /// <summary>Reads the stream to its end and hands each sealed chunk on; returns address and size of the plain content.</summary>
    /// <exception cref="BlobTooLargeException">More than <paramref name="maxBytes"/> came.</exception>
    public static async Task<(string Hash, long Size)> SealAsync(
        Guid upload, Stream content, long maxBytes, ISealer sealer, Func<int, SealedBody, Task> write, CancellationToken cancellation)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        var buffer = new byte[HeaderSize + PlainSize];
        var size = 0L;
        for (var number = 0; ; number++)
        {
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(HeaderSize), PlainSize, throwOnEndOfStream: false, cancellation);
            size += read;
            if (size > maxBytes)
            {
                throw new BlobTooLargeException(maxBytes);
            }

            var last = read < PlainSize;
            buffer[0] = last ? (byte)1 : (byte)0;
            hash.AppendData(buffer, HeaderSize, read);
            await write(number, sealer.Seal(SealedPlace.Chunk(upload, number), buffer.AsSpan(0, HeaderSize + read)));
            if (last)
            {
                return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
            }
        }
    }

    /// <summary>Opens the chunk that should come next.</summary>
    /// <exception cref="SealBrokenException">It is another chunk, or was tampered with.</exception>
    public static (ReadOnlyMemory<byte> Plain, bool Last) Open(Guid upload, int number, SealedBody chunk, ISealer sealer)
    {
        var opened = sealer.Open(SealedPlace.Chunk(upload, number), chunk);
        return opened.Length < HeaderSize
            ? throw new SealBrokenException("A chunk of an attachment is empty.")
            : (opened.AsMemory(HeaderSize), opened[0] == 1);
    }
}
