using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Adapters;

internal sealed class AdapterConnectionStore(HubDatabase database) : IAdapterConnectionStore
{
    private const string Select = """
        select adapter, settings_key_id, settings, paused, paused_reason, updated_at, last_success_at, last_failure_at, last_failure, consecutive_failures from adapters
        """;

    private static readonly Statement Save = Statement.Insert(
        "adapters",
        1,
        """
        on conflict (adapter) do update set settings_key_id = excluded.settings_key_id, settings = excluded.settings, paused = excluded.paused,
            paused_reason = excluded.paused_reason, updated_at = excluded.updated_at
        """,
        Column.Text("adapter"),
        Column.Id("settings_key_id"),
        Column.Bytes("settings"),
        Column.Flag("paused"),
        Column.Text("paused_reason"),
        Column.Instant("updated_at"),
        Column.Int("consecutive_failures"));

    public Task<IReadOnlyList<AdapterConnection>> ListAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<AdapterConnection>>(
            async session => await session.QueryAsync($"{Select} order by adapter", null, Read, cancellation), cancellation);

    public Task<AdapterConnection?> FindAsync(string adapter, CancellationToken cancellation) =>
        database.ReadAsync(session => session.FirstAsync($"{Select} where adapter = @adapter", new { adapter }, Read, cancellation), cancellation);

    public Task SaveAsync(AdapterConnection connection, CancellationToken cancellation, AuditEntry? audit = null) =>
        database.WriteAsync(
            session =>
            {
                session.Write(
                    Save,
                    [[connection.Adapter, connection.Settings?.KeyId, connection.Settings?.Cipher, connection.Paused, connection.PausedReason, connection.UpdatedAt, 0]]);
                AuditSql.Write(session, audit);
                return Task.CompletedTask;
            },
            cancellation);

    public Task RecordHealthAsync(string adapter, bool success, string? failure, DateTimeOffset at, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                success
                    ? """
                      insert into adapters (adapter, paused, updated_at, last_success_at, consecutive_failures) values (@adapter, false, @at, @at, 0)
                      on conflict (adapter) do update set last_success_at = excluded.last_success_at, consecutive_failures = 0
                      """
                    : """
                      insert into adapters (adapter, paused, updated_at, last_failure_at, last_failure, consecutive_failures) values (@adapter, false, @at, @at, @failure, 1)
                      on conflict (adapter) do update set last_failure_at = excluded.last_failure_at, last_failure = excluded.last_failure,
                          consecutive_failures = adapters.consecutive_failures + 1
                      """,
                success ? new { adapter, at } : new { adapter, at, failure },
                cancellation),
            cancellation);

    private static AdapterConnection Read(RowCursor row) => new(row.Text(), row.SealedOrNull(), row.Flag(), row.TextOrNull(), row.Instant())
    {
        LastSuccessAt = row.InstantOrNull(),
        LastFailureAt = row.InstantOrNull(),
        LastFailure = row.TextOrNull(),
        ConsecutiveFailures = row.Int(),
    };
}
