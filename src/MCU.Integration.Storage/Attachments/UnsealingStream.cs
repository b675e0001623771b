using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Storage.Attachments;

/// <summary>Reads sealed chunks one after the other; holds one of them in memory.</summary>
/// <param name="next">Reads the chunk of this number; null when there is none.</param>
/// <param name="close">Releases what the chunks are read from.</param>
internal sealed class UnsealingStream(Func<int, CancellationToken, Task<SealedBody?>> next, ISealer sealer, Action close) : Stream
{
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
            (_rest, _last) = SealedChunks.Open(chunk, _number++, sealer);
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
            close();
        }

        base.Dispose(disposing);
    }
}
