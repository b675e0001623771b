using MCU.Integration.Pipeline.Replies;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Replies;

internal sealed class ReplyStore(HubDatabase database) : IReplyStore
{
    public Task<StoredReply?> ReserveAsync(string caller, string key, string fingerprint, DateTimeOffset now, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                var reserved = await session.ExecuteAsync(
                    "insert into replies (caller, key, fingerprint, created_at) values (@caller, @key, @fingerprint, @now) on conflict (caller, key) do nothing",
                    new { caller, key, fingerprint, now },
                    cancellation);
                return reserved == 1
                    ? null
                    : await session.FirstAsync(
                        "select fingerprint, status, body from replies where caller = @caller and key = @key",
                        new { caller, key },
                        row => new StoredReply(row.Text(), row.IntOrNull(), row.TextOrNull()),
                        cancellation);
            },
            cancellation);

    public Task CompleteAsync(string caller, string key, int status, string body, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "update replies set status = @status, body = @body where caller = @caller and key = @key", new { caller, key, status, body }, cancellation),
            cancellation);

    public Task ForgetAsync(string caller, string key, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync("delete from replies where caller = @caller and key = @key and status is null", new { caller, key }, cancellation),
            cancellation);
}
