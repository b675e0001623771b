using System.Data.Common;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Storage.Database;

/// <summary>
/// Reads the columns of a row from left to right. A store names its columns once, in the order of the record's parameters;
/// what the two databases store differently (ids, instants, flags) is told apart here.
/// </summary>
internal sealed class RowCursor(DbDataReader reader, StorageProvider provider)
{
    private readonly bool _text = provider == StorageProvider.Sqlite;
    private int _next;

    public RowCursor StartRow()
    {
        _next = 0;
        return this;
    }

    /// <summary>Whether the next column holds nothing; does not move on.</summary>
    public bool IsNull() => reader.IsDBNull(_next);

    public Guid Guid() => ReadGuid(_next++);

    public TId Id<TId>()
        where TId : struct, IEntityId<TId> => TId.From(Guid());

    public TId? IdOrNull<TId>()
        where TId : struct, IEntityId<TId> => Skip() ? null : Id<TId>();

    public string Text() => reader.GetString(_next++);

    public string? TextOrNull() => Skip() ? null : Text();

    public int Int() => reader.GetInt32(_next++);

    public int? IntOrNull() => Skip() ? null : Int();

    public long Long() => reader.GetInt64(_next++);

    public long? LongOrNull() => Skip() ? null : Long();

    public bool Flag() => _text ? reader.GetInt64(_next++) != 0 : reader.GetBoolean(_next++);

    public DateTimeOffset Instant()
    {
        var ordinal = _next++;
        return _text ? Instants.FromMicroseconds(reader.GetInt64(ordinal)) : new(reader.GetDateTime(ordinal));
    }

    public DateTimeOffset? InstantOrNull() => Skip() ? null : Instant();

    public byte[] Bytes() => reader.GetFieldValue<byte[]>(_next++);

    public byte[]? BytesOrNull() => Skip() ? null : Bytes();

    /// <summary>An enumeration, stored as its word.</summary>
    public T Word<T>()
        where T : struct, Enum =>
        EnumWord.TryParse<T>(Text(), out var value) ? value : throw new InvalidDataException($"A row holds no word of {typeof(T).Name}.");

    /// <summary>Two columns: key id and cipher.</summary>
    public SealedBody Sealed() => new(Guid(), Bytes());

    public SealedBody? SealedOrNull()
    {
        if (!IsNull())
        {
            return Sealed();
        }

        _next += 2;
        return null;
    }

    private Guid ReadGuid(int ordinal) => _text ? System.Guid.ParseExact(reader.GetString(ordinal), "D") : reader.GetGuid(ordinal);

    private bool Skip()
    {
        if (!IsNull())
        {
            return false;
        }

        _next++;
        return true;
    }
}
