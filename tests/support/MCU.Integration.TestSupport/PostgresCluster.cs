using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MCU.Integration.TestSupport;

/// <summary>A private PostgreSQL server on a free loopback port, in a temporary folder.</summary>
public sealed class PostgresCluster
{
    private const string Prefix = "hub-test-postgres-";

    private readonly string _binaries;
    private readonly string _folder;
    private bool _stopped;

    private PostgresCluster(string binaries, string folder, int port)
    {
        _binaries = binaries;
        _folder = folder;
        AdminConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Include Error Detail=true";
    }

    /// <summary>Connection string of the superuser.</summary>
    public string AdminConnectionString { get; }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Starts a new cluster.</summary>
    /// <param name="durable">False turns fsync off: fast, and enough where no test pulls the plug.</param>
    /// <exception cref="InvalidOperationException">No server is installed, or it does not start.</exception>
    public static async Task<PostgresCluster> StartAsync(bool durable)
    {
        var binaries = PostgresBinaries.Find() ?? throw new InvalidOperationException(TestPostgres.Missing);
        await SweepAsync(binaries);
        var folder = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(folder);
        await GiveToServerAsync(folder);

        var port = FreePort();
        var cluster = new PostgresCluster(binaries, folder, port);
        await RunAsServerAsync(binaries, "initdb", "-D", cluster.Data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var settings = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=200 -c shared_buffers=256MB";
        if (!durable)
        {
            settings += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        }

        await RunAsServerAsync(binaries, "pg_ctl", "-D", cluster.Data, "-l", Path.Combine(folder, "log"), "-o", settings, "-s", "-w", "start");
        return cluster;
    }

    /// <summary>Stops the server and removes its folder; harmless when called again.</summary>
    public void Stop()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        using var process = Process.Start(AsServer(_binaries, "pg_ctl", "-D", Data, "-m", "immediate", "-s", "-w", "stop"));
        process?.WaitForExit(TimeSpan.FromSeconds(20));
        Remove(_folder);
    }

    /// <summary>Stops clusters whose test process died without stopping them.</summary>
    private static async Task SweepAsync(string binaries)
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var pid) || Directory.Exists($"/proc/{pid}") || !Directory.Exists("/proc/self"))
            {
                continue;
            }

            try
            {
                await RunAsServerAsync(binaries, "pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-s", "-w", "stop");
            }
            catch (InvalidOperationException)
            {
                // It was not running any more.
            }

            Remove(folder);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A temporary folder that stays is no reason to fail.
        }
    }

    // The server refuses to run as root.
    private static Task GiveToServerAsync(string folder) =>
        Environment.IsPrivilegedProcess ? RunAsync(new("chown", ["postgres", folder])) : Task.CompletedTask;

    private static Task RunAsServerAsync(string binaries, string program, params string[] arguments) => RunAsync(AsServer(binaries, program, arguments));

    private static ProcessStartInfo AsServer(string binaries, string program, params string[] arguments)
    {
        var path = Path.Combine(binaries, program);
        return Environment.IsPrivilegedProcess
            ? new("runuser", ["-u", "postgres", "--", path, .. arguments]) { WorkingDirectory = Path.GetTempPath() }
            : new(path, arguments) { WorkingDirectory = Path.GetTempPath() };
    }

    private static async Task RunAsync(ProcessStartInfo start)
    {
        // Not redirected: the server would inherit the pipe and keep it open.
        start.UseShellExecute = false;
        start.RedirectStandardOutput = start.ArgumentList.Contains("start") is false;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} does not start.");
        if (start.RedirectStandardOutput)
        {
            await process.StandardOutput.ReadToEndAsync();
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
