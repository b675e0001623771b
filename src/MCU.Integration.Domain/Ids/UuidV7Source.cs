using System.Buffers.Binary;

namespace MCU.Integration.Domain.Ids;

/// <summary>
/// Makes UUIDv7 values that sort in creation order within one process, even inside one millisecond and when the clock steps back.
/// </summary>
/// <remarks>
/// RFC 9562 §6.2 method 3: the 12 bits after the millisecond carry its fraction (1/4096 ms), and a value that would not
/// exceed the previous one becomes the previous plus one. One 64-bit word holds both, so a compare-and-swap is enough.
/// Ids name things, they do not guard them: the random part only has to differ between nodes.
/// </remarks>
public sealed class UuidV7Source(TimeProvider time)
{
    private const int FractionBits = 12;

    private readonly TimeProvider _time = time ?? throw new ArgumentNullException(nameof(time));
    private long _last;

    /// <summary>The next id; greater than every id that this source has returned before.</summary>
    public Guid Next()
    {
        var stamp = NextStamp();
        var milliseconds = stamp >> FractionBits;
        var fraction = stamp & ((1 << FractionBits) - 1);

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (milliseconds << 16) | 0x7000 | fraction);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Random.Shared.NextInt64());
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The next id, typed.</summary>
    public TId Next<TId>()
        where TId : struct, IEntityId<TId> => TId.From(Next());

    private long NextStamp()
    {
        var sinceEpoch = (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks;
        var (milliseconds, rest) = Math.DivRem(sinceEpoch, TimeSpan.TicksPerMillisecond);
        var now = (milliseconds << FractionBits) | ((rest << FractionBits) / TimeSpan.TicksPerMillisecond);
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = now > last ? now : last + 1;
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }
}
