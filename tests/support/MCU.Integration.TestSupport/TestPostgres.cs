using System.Collections.Concurrent;
using Npgsql;

namespace MCU.Integration.TestSupport;

/// <summary>
/// PostgreSQL for tests: the server that <c>HUB_TEST_POSTGRES</c> names (admin connection string), otherwise a private cluster from the installed binaries,
/// started once a process and stopped with it.
/// </summary>
public static class TestPostgres
{
    /// <summary>Name of the environment variable with an admin connection string.</summary>
    public const string Variable = "HUB_TEST_POSTGRES";

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static readonly Lazy<Task<string>> Admin = new(FindAdminAsync);

    // create database copies a template that nobody may use meanwhile.
    private static readonly SemaphoreSlim Copying = new(1);

    /// <summary>Why there is no PostgreSQL here; null when there is one.</summary>
    public static string? Missing =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || PostgresBinaries.Find() is not null
            ? null
            : $"NO POSTGRESQL: set {Variable}, or install the server package; these tests did not run.";

    /// <summary>Connection string of the administrator; starts the private cluster when it is first asked for.</summary>
    /// <exception cref="InvalidOperationException">There is no PostgreSQL here (<see cref="Missing"/>), or it does not start.</exception>
    public static Task<string> AdminAsync() => Admin.Value;

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public static Task<string> CreateDatabaseAsync() => CreateAsync(null);

    /// <summary>Makes a database as <paramref name="prepare"/> leaves it; that runs once a process and key, all further ones are copies.</summary>
    /// <param name="key">Lower-case name of the preparation.</param>
    /// <param name="prepare">Gets the connection string of an empty database.</param>
    public static async Task<string> CreateDatabaseAsync(string key, Func<string, Task> prepare)
    {
        var template = await Templates.GetOrAdd(key, _ => new(() => PrepareAsync(prepare))).Value;
        return await CreateAsync(template);
    }

    /// <summary>Drops a database, open connections or not.</summary>
    public static async Task DropDatabaseAsync(string connectionString) =>
        await ExecuteAsync(await AdminAsync(), $"drop database if exists {NameOf(connectionString)} with (force)");

    private static async Task<string> PrepareAsync(Func<string, Task> prepare)
    {
        var connectionString = await CreateAsync(null);
        await prepare(connectionString);
        await ExecuteAsync(
            await AdminAsync(), $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{NameOf(connectionString)}'");
        return NameOf(connectionString);
    }

    private static async Task<string> CreateAsync(string? template)
    {
        var admin = await AdminAsync();
        var name = $"hub_{Guid.CreateVersion7():N}";
        await Copying.WaitAsync();
        try
        {
            await ExecuteAsync(admin, $"create database {name}{(template is null ? string.Empty : $" template {template}")}");
        }
        finally
        {
            Copying.Release();
        }

        return new NpgsqlConnectionStringBuilder(admin) { Database = name, MaxPoolSize = 20, Pooling = true }.ToString();
    }

    private static async Task<string> FindAdminAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        var cluster = await PostgresCluster.StartAsync(durable: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Stop();
        return cluster.AdminConnectionString;
    }

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
