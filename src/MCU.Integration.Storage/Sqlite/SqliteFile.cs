using Microsoft.Data.Sqlite;

namespace MCU.Integration.Storage.Sqlite;

/// <summary>
/// The database file and the lock beside it: one hub, or one <c>--offline</c> command, at a time. The operating system drops the lock with the process,
/// so a killed hub leaves none behind.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _lockPath;
    private FileStream? _lock;
    private bool _inherits;

    public SqliteFile(StorageOptions options)
    {
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString ?? $"Data Source={Path.Combine(options.DataDirectory, "hub.db")}")
        {
            // Handles are pooled here, together with their prepared commands.
            Pooling = false,
            ForeignKeys = true,
        };
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        ConnectionString = builder.ToString();
        _lockPath = builder.DataSource + ".lock";
    }

    public string ConnectionString { get; }

    /// <exception cref="HubAlreadyRunningException">Another process has the database.</exception>
    public void Lock()
    {
        lock (_gate)
        {
            if (_lock is not null)
            {
                return;
            }

            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_lockPath)!);
                _lock = new(_lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                _inherits = true;
            }
            catch (IOException exception) when (File.Exists(_lockPath))
            {
                throw new HubAlreadyRunningException(_lockPath, exception);
            }
        }
    }

    /// <summary>True once after the lock was taken: whoever held the file before is gone, and so is whatever it had leased.</summary>
    public bool Inherit()
    {
        lock (_gate)
        {
            var inherits = _inherits;
            _inherits = false;
            return inherits;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _lock?.Dispose();
            _lock = null;
        }
    }
}
