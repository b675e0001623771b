using System.Collections.Concurrent;
using MCU.Integration.Storage.Database;
using Microsoft.Data.Sqlite;

namespace MCU.Integration.Storage.Sqlite;

/// <summary>One writer connection behind an asynchronous lock, and a pool of readers beside it (WAL: neither waits for the other).</summary>
internal sealed class SqliteHubDatabase(SqliteFile file, ICommitGate gate) : HubDatabase
{
    private const int MaxIdleReaders = 16;

    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentBag<SqliteHandle> _readers = [];
    private SqliteHandle? _writer;
    private volatile bool _disposed;

    public override StorageProvider Provider => StorageProvider.Sqlite;

    public override async Task<T> ReadAsync<T>(Func<HubSession, Task<T>> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SqliteHandle? handle = null;
        try
        {
            handle = _readers.TryTake(out var idle) ? idle : Open(readOnly: true);
            var result = await read(new SqliteSession(handle, null));
            GiveBack(handle);
            return result;
        }
        catch (Exception exception)
        {
            handle?.Dispose();
            if (SqliteFaults.Translate(exception) is { } translated)
            {
                throw translated;
            }

            throw;
        }
    }

    public override async Task<T> WriteAsync<T>(Func<HubSession, Task<T>> write, Durability durability, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            _writer ??= Open(readOnly: false);
            _writer.WaitFor(durability);
            await using var transaction = _writer.Connection.BeginTransaction(deferred: false);
            var session = new SqliteSession(_writer, transaction);
            var result = await write(session);
            await session.CompleteAsync(cancellation);
            await gate.PassAsync(transaction, cancellation);
            return result;
        }
        catch (Exception exception) when (SqliteFaults.Translate(exception) is { } translated)
        {
            if (translated is StorageUnavailableException)
            {
                // After an I/O error the connection may hold a broken transaction: start afresh.
                _writer?.Dispose();
                _writer = null;
            }

            throw translated;
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _writing.WaitAsync();
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer?.Dispose();
        _writer = null;
        file.Dispose();
        _writing.Release();
    }

    private SqliteHandle Open(bool readOnly)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        file.Lock();
        return new(file.ConnectionString, readOnly);
    }

    private void GiveBack(SqliteHandle handle)
    {
        if (_disposed || _readers.Count >= MaxIdleReaders)
        {
            handle.Dispose();
        }
        else
        {
            _readers.Add(handle);
        }
    }
}
