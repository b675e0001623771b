using System.Globalization;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Sealing;

/// <summary>
/// Data keys are asked for in the middle of sealing, which is synchronous: a key is made once a month and class, so waiting here is rare.
/// Sealing must not happen inside a write transaction (SQLite's writer would wait for itself).
/// </summary>
internal sealed class DataKeyStore(HubDatabase database) : IDataKeyStore
{
    private const string Select = "select id, class, month, master_key_id, wrapped from data_keys";

    public IReadOnlyList<DataKey> LoadAll() =>
        database.ReadAsync(session => session.QueryAsync($"{Select} order by month, class", null, Read, CancellationToken.None), CancellationToken.None)
            .GetAwaiter().GetResult();

    public DataKey AddOrGet(DataKey key) =>
        database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    """
                    insert into data_keys (id, class, month, master_key_id, wrapped) values (@Id, @kind, @month, @MasterKeyId, @Wrapped)
                    on conflict (class, month) do nothing
                    """,
                    new { key.Id, kind = EnumWord.Of(key.Class), month = Month(key.Month), key.MasterKeyId, key.Wrapped },
                    CancellationToken.None);
                var stored = await session.FirstAsync(
                    $"{Select} where class = @kind and month = @month", new { kind = EnumWord.Of(key.Class), month = Month(key.Month) }, Read, CancellationToken.None);
                return stored!;
            },
            CancellationToken.None).GetAwaiter().GetResult();

    public void Rewrap(IReadOnlyList<DataKey> keys, AuditEntry? audit = null) =>
        database.WriteAsync(
            async session =>
            {
                foreach (var key in keys)
                {
                    // A key that was destroyed meanwhile stays destroyed.
                    await session.ExecuteAsync(
                        "update data_keys set master_key_id = @MasterKeyId, wrapped = @Wrapped where id = @Id and wrapped is not null",
                        new { key.Id, key.MasterKeyId, key.Wrapped },
                        CancellationToken.None);
                }

                AuditSql.Write(session, audit);
            },
            CancellationToken.None).GetAwaiter().GetResult();

    private static string Month(DateOnly month) => month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DataKey Read(RowCursor row) => new(
        row.Guid(),
        row.Word<SealedClass>(),
        DateOnly.ParseExact(row.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.Text(),
        row.BytesOrNull());
}
