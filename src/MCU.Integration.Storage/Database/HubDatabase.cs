namespace MCU.Integration.Storage.Database;

/// <summary>
/// The hub's database. Reads run on their own connections; every write goes through <see cref="WriteAsync{T}"/>: one explicit transaction, made durable by the
/// <see cref="ICommitGate"/> and by nothing else.
/// </summary>
internal abstract class HubDatabase : IAsyncDisposable
{
    public abstract StorageProvider Provider { get; }

    /// <summary>Runs reads on a pooled connection, without a transaction.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached or read.</exception>
    public abstract Task<T> ReadAsync<T>(Func<HubSession, Task<T>> read, CancellationToken cancellation);

    /// <summary>
    /// Runs <paramref name="write"/> in one transaction and commits it; an exception rolls it back. After a deadlock it is run again from the start,
    /// so it must not have effects of its own.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached or written; nothing was kept.</exception>
    /// <exception cref="UniqueViolationException">A unique index refused a row; nothing was kept.</exception>
    public Task<T> WriteAsync<T>(Func<HubSession, Task<T>> write, CancellationToken cancellation) => WriteAsync(write, Durability.Forced, cancellation);

    /// <inheritdoc cref="WriteAsync{T}(Func{HubSession, Task{T}}, CancellationToken)"/>
    public abstract Task<T> WriteAsync<T>(Func<HubSession, Task<T>> write, Durability durability, CancellationToken cancellation);

    public Task WriteAsync(Func<HubSession, Task> write, CancellationToken cancellation) =>
        WriteAsync<object?>(
            async session =>
            {
                await write(session);
                return null;
            },
            cancellation);

    public abstract ValueTask DisposeAsync();
}
