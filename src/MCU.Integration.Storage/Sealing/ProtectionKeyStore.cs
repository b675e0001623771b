using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Sealing;

/// <summary>Keeps the key ring of ASP.NET Data Protection (cookies only) where all nodes find it; the hub wraps it as an <c>IXmlRepository</c>.</summary>
public sealed class ProtectionKeyStore
{
    private readonly HubDatabase _database;
    private readonly TimeProvider _time;

    internal ProtectionKeyStore(HubDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>All elements, oldest first.</summary>
    public IReadOnlyList<(string Name, string Document)> LoadAll() =>
        _database.ReadAsync(
            session => session.QueryAsync("select name, document from protection_keys order by created_at, name", null, row => (row.Text(), row.Text()), CancellationToken.None),
            CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Adds or replaces the element of this name.</summary>
    public void Store(string name, string xml) =>
        _database.WriteAsync(
            session => session.ExecuteAsync(
                """
                insert into protection_keys (name, document, created_at) values (@name, @xml, @now)
                on conflict (name) do update set document = excluded.document
                """,
                new { name, xml, now = _time.GetUtcNow() },
                CancellationToken.None),
            CancellationToken.None).GetAwaiter().GetResult();
}
