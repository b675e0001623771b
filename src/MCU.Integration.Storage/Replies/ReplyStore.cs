using System.Text;
using MCU.Integration.Pipeline.Replies;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Replies;

/// <summary>Callers choose the keys of their requests, and may put anything into them: they are stored hashed.</summary>
internal sealed class ReplyStore(HubDatabase database, ISealer sealer) : IReplyStore
{
    public async Task<StoredReply?> ReserveAsync(
        string caller, string key, string fingerprint, DateTimeOffset now, TimeSpan patience, CancellationToken cancellation)
    {
        var row = RowOf(caller, key);
        var known = await database.WriteAsync(
            async session =>
            {
                var reserved = await session.ExecuteAsync(
                    """
                    insert into replies (caller, key, fingerprint, created_at) values (@caller, @key, @fingerprint, @now)
                    on conflict (caller, key) do update set fingerprint = excluded.fingerprint, created_at = excluded.created_at
                    where replies.status is null and replies.created_at <= @lapsed
                    """,
                    new { caller, key = row, fingerprint, now, lapsed = now - patience },
                    cancellation);
                return reserved == 1
                    ? null
                    : await session.FirstAsync(
                        "select fingerprint, status, key_id, cipher from replies where caller = @caller and key = @key",
                        new { caller, key = row },
                        found => new { Fingerprint = found.Text(), Status = found.IntOrNull(), Body = found.SealedOrNull() },
                        cancellation);
            },
            cancellation);
        return known is null ? null : new(known.Fingerprint, known.Status, known.Body is { } body ? Encoding.UTF8.GetString(sealer.Open(SealedPlace.Reply(row), body)) : null);
    }

    public Task CompleteAsync(string caller, string key, int status, string body, CancellationToken cancellation)
    {
        var row = RowOf(caller, key);
        var stored = body.Length == 0 ? null : sealer.Seal(SealedPlace.Reply(row), Encoding.UTF8.GetBytes(body));
        return database.WriteAsync(
            session => session.ExecuteAsync(
                "update replies set status = @status, key_id = @KeyId, cipher = @Cipher where caller = @caller and key = @key",
                new { caller, key = row, status, stored?.KeyId, stored?.Cipher },
                cancellation),
            cancellation);
    }

    public Task ForgetAsync(string caller, string key, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync("delete from replies where caller = @caller and key = @key and status is null", new { caller, key = RowOf(caller, key) }, cancellation),
            cancellation);

    private string RowOf(string caller, string key) => Convert.ToHexStringLower(sealer.BlindIndex("reply", $"{caller}\0{key}"));
}
