using System.Security.Cryptography;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Storage.Attachments;

/// <summary>
/// Reads sealed chunks one after the other; holds one of them in memory. The last is given out only when the whole has the hash that was asked for.
/// </summary>
/// <param name="hash">SHA-256 of the content, lower-case hex: its address.</param>
/// <param name="upload">What the chunks are bound to.</param>
/// <param name="next">Reads the chunk of this number; null when there is none.</param>
/// <param name="close">Releases what the chunks are read from.</param>
internal sealed class UnsealingStream(string hash, Guid upload, Func<int, CancellationToken, Task<SealedBody?>> next, ISealer sealer, Action close) : Stream
{
    private readonly IncrementalHash _content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ReadOnlyMemory<byte> _rest;
    private int _number;
    private bool _last;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_rest.IsEmpty)
        {
            if (_last)
            {
                return 0;
            }

            var chunk = await next(_number, cancellationToken) ?? throw new SealBrokenException("The end of an attachment is missing.");
            (_rest, _last) = SealedChunks.Open(upload, _number++, chunk, sealer);
            _content.AppendData(_rest.Span);
            if (_last && Convert.ToHexStringLower(_content.GetHashAndReset()) != hash)
            {
                _rest = default;
                throw new SealBrokenException("An attachment has another content than its address says.");
            }
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            close();
        }

        base.Dispose(disposing);
    }
}
