using System.Text.Json;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Access;

internal sealed class AccessStore(HubDatabase database) : IAccessStore
{
    private const string SelectUser =
        "select id, name, display_name, password_hash, roles, adapters, security_stamp, disabled, created_at, duty, organisation from users";

    private const string SelectKey =
        "select id, prefix, hash, name, roles, adapters, created_by, created_at, expires_at, revoked_at from api_keys";

    private static readonly Statement SaveUser = Statement.Insert(
        "users",
        1,
        """
        on conflict (id) do update set name = excluded.name, display_name = excluded.display_name, password_hash = excluded.password_hash, roles = excluded.roles,
            adapters = excluded.adapters, security_stamp = excluded.security_stamp, disabled = excluded.disabled, folded_name = excluded.folded_name,
            duty = excluded.duty, organisation = excluded.organisation
        """,
        Column.Id("id"),
        Column.Text("name"),
        Column.Text("display_name"),
        Column.Text("password_hash"),
        Column.Text("roles"),
        Column.Text("adapters"),
        Column.Text("security_stamp"),
        Column.Flag("disabled"),
        Column.Instant("created_at"),
        Column.Text("folded_name"),
        Column.Text("duty"),
        Column.Text("organisation"));

    private static readonly Statement SaveKey = Statement.Insert(
        "api_keys",
        1,
        """
        on conflict (id) do update set name = excluded.name, roles = excluded.roles, adapters = excluded.adapters, expires_at = excluded.expires_at,
            revoked_at = excluded.revoked_at
        """,
        Column.Id("id"),
        Column.Text("prefix"),
        Column.Bytes("hash"),
        Column.Text("name"),
        Column.Text("roles"),
        Column.Text("adapters"),
        Column.Text("created_by"),
        Column.Instant("created_at"),
        Column.Instant("expires_at"),
        Column.Instant("revoked_at"));

    public Task<IReadOnlyList<HubUser>> UsersAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<HubUser>>(
            async session => await session.QueryAsync($"{SelectUser} order by folded_name", null, ReadUser, cancellation), cancellation);

    public Task<HubUser?> FindUserAsync(string name, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync($"{SelectUser} where folded_name = @folded", new { folded = Fold(name) }, ReadUser, cancellation), cancellation);

    public Task<HubUser?> FindUserAsync(Guid id, CancellationToken cancellation) =>
        database.ReadAsync(session => session.FirstAsync($"{SelectUser} where id = @id", new { id }, ReadUser, cancellation), cancellation);

    public async Task<bool> SaveUserAsync(HubUser user, CancellationToken cancellation, AuditEntry? audit = null)
    {
        try
        {
            await database.WriteAsync(
                session =>
                {
                    session.Write(SaveUser, [Row(user)]);
                    AuditSql.Write(session, audit);
                    return Task.CompletedTask;
                },
                cancellation);
            return true;
        }
        catch (UniqueViolationException)
        {
            return false;
        }
    }

    public Task<IReadOnlyList<ApiKey>> KeysAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ApiKey>>(
            async session => await session.QueryAsync($"{SelectKey} order by created_at, id", null, ReadKey, cancellation), cancellation);

    public Task<ApiKey?> FindKeyAsync(string prefix, CancellationToken cancellation) =>
        database.ReadAsync(session => session.FirstAsync($"{SelectKey} where prefix = @prefix", new { prefix }, ReadKey, cancellation), cancellation);

    public Task SaveKeyAsync(ApiKey key, CancellationToken cancellation, AuditEntry? audit = null) =>
        database.WriteAsync(
            session =>
            {
                session.Write(SaveKey, [Row(key)]);
                AuditSql.Write(session, audit);
                return Task.CompletedTask;
            },
            cancellation);

    public Task<bool> AdoptKeyAsync(ApiKey key, CancellationToken cancellation) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync(
                """
                insert into api_keys (id, prefix, hash, name, roles, adapters, created_by, created_at, expires_at)
                values (@Id, @Prefix, @Hash, @Name, @roles, @adapters, @CreatedBy, @CreatedAt, @ExpiresAt)
                on conflict (prefix) do update set hash = excluded.hash, name = excluded.name, roles = excluded.roles, adapters = excluded.adapters,
                    expires_at = excluded.expires_at, revoked_at = null
                where api_keys.created_by = excluded.created_by
                """,
                new { key.Id, key.Prefix, key.Hash, key.Name, roles = Json(key.Roles.Select(EnumWord.Of)), adapters = Json(key.Adapters), key.CreatedBy, key.CreatedAt, key.ExpiresAt },
                cancellation) == 1,
            cancellation);

    public Task SaveLinkAsync(OneTimeLink link, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "insert into one_time_links (token_hash, user_id, expires_at) values (@TokenHash, @UserId, @ExpiresAt)", link, cancellation),
            cancellation);

    public Task<HubUser?> ConsumeLinkAsync(byte[] tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("delete from one_time_links where expires_at <= @now", new { now }, cancellation);
                var users = await session.QueryAsync(
                    "delete from one_time_links where token_hash = @tokenHash returning user_id", new { tokenHash }, row => row.Guid(), cancellation);
                return users.Count == 0
                    ? null
                    : await session.FirstAsync($"{SelectUser} where id = @id", new { id = users[0] }, ReadUser, cancellation);
            },
            cancellation);

    private static object?[] Row(HubUser user) =>
    [
        user.Id,
        user.Name,
        user.DisplayName,
        user.PasswordHash,
        Json(user.Roles.Select(EnumWord.Of)),
        Json(user.Adapters),
        user.SecurityStamp,
        user.Disabled,
        user.CreatedAt,
        Fold(user.Name),
        EnumWord.Of(user.Duty),
        user.Organisation,
    ];

    private static object?[] Row(ApiKey key) =>
    [
        key.Id,
        key.Prefix,
        key.Hash,
        key.Name,
        Json(key.Roles.Select(EnumWord.Of)),
        Json(key.Adapters),
        key.CreatedBy,
        key.CreatedAt,
        key.ExpiresAt,
        key.RevokedAt,
    ];

    private static HubUser ReadUser(RowCursor row) => new(
        row.Guid(), row.Text(), row.Text(), row.TextOrNull(), Roles(row.Text()), Names(row.Text()), row.Text(), row.Flag(), row.Instant())
    {
        Duty = EnumWord.TryParse<UserDuty>(row.Text(), out var duty) ? duty : UserDuty.None,
        Organisation = row.Text(),
    };

    private static ApiKey ReadKey(RowCursor row) => new(
        row.Guid(),
        row.Text(),
        row.Bytes(),
        row.Text(),
        Roles(row.Text()),
        Names(row.Text()),
        row.Text(),
        row.Instant(),
        row.InstantOrNull(),
        row.InstantOrNull());

    private static string Fold(string name) => name.Trim().ToLowerInvariant();

    private static string Json(IEnumerable<string> words) => JsonSerializer.Serialize(words);

    private static IReadOnlyList<string> Names(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];

    // A role that this version does not know gives no rights.
    private static IReadOnlyList<HubRole> Roles(string json) =>
        [.. Names(json).Where(word => EnumWord.TryParse<HubRole>(word, out _)).Select(word => EnumWord.TryParse<HubRole>(word, out var role) ? role : default)];
}
