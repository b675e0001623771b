using System.Buffers.Binary;
using System.Buffers.Text;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Paging;

/// <summary>A place in a list ordered by (instant, id): opaque to callers, stable while rows are added, and found through an index at any depth.</summary>
internal readonly record struct Keyset(DateTimeOffset At, Guid Id)
{
    private const int Length = 24;

    /// <exception cref="InvalidCursorException">The text is no cursor.</exception>
    public static Keyset? Parse(string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Length];

        // The decoder throws at a foreign character, so it is asked first.
        if (!Base64Url.IsValid(cursor, out var length) || length != Length || !Base64Url.TryDecodeFromChars(cursor, bytes, out _))
        {
            throw new InvalidCursorException();
        }

        var microseconds = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return microseconds is < 0 or > 253_402_300_799_999_999
            ? throw new InvalidCursorException()
            : new(Instants.FromMicroseconds(microseconds), new(bytes[8..], bigEndian: true));
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Instants.ToMicroseconds(At));
        Id.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}
