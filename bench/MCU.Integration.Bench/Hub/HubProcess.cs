using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MCU.Integration.Bench.Load;

namespace MCU.Integration.Bench.Hub;

/// <summary>A hub as it runs in production: its own process, Release, Production.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    public const string ApiKey = "bench-key-that-is-long-enough-0123456789abcdef";

    // What docs/operations/performance.md recommends for every hub.
    private const string Gen0Size = "0x2000000";

    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private HubProcess(Process process, IPEndPoint address, TimeSpan startedIn)
    {
        _process = process;
        Address = address;
        StartedIn = startedIn;
    }

    public IPEndPoint Address { get; }

    /// <summary>From the start of the process to the first <c>/health/ready</c> that says so.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Memory that the process holds now, in bytes.</summary>
    public long ResidentBytes => StatusLine("VmRSS:");

    /// <summary>The most that it has held, in bytes.</summary>
    public long PeakResidentBytes => StatusLine("VmHWM:");

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <exception cref="InvalidOperationException">The hub ended or was not ready in time; its last output is in the message.</exception>
    public static async Task<HubProcess> StartAsync(string hubFolder, IReadOnlyDictionary<string, string> settings, string logPath)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var executable = Path.Combine(hubFolder, "MCU.Integration.Hub");
        var start = File.Exists(executable)
            ? new ProcessStartInfo(executable)
            : new ProcessStartInfo("dotnet", [Path.Combine(hubFolder, "MCU.Integration.Hub.dll")]);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add($"http://{address}");
        start.WorkingDirectory = hubFolder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Hub__Admin__ApiKey"] = ApiKey;
        start.Environment["DOTNET_GCgen0size"] = Gen0Size;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var from = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The hub does not start.");
        _ = CopyAsync(process.StandardOutput, logPath);
        _ = CopyAsync(process.StandardError, logPath + ".err");
        while (!await IsReadyAsync(address))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(from) > StartPatience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
                throw new InvalidOperationException($"The hub is not ready. {Tail(logPath)}{Tail(logPath + ".err")}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        return new(process, address, Stopwatch.GetElapsedTime(from));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // As an orchestrator stops it: SIGTERM first.
            using var term = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(IPEndPoint address)
    {
        try
        {
            using var connection = await RawConnection.OpenAsync(address);
            return await connection.SendAsync(Encoding.ASCII.GetBytes($"GET /health/ready HTTP/1.1\r\nHost: {address}\r\n\r\n")) == 200;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private static async Task CopyAsync(StreamReader from, string path)
    {
        await using var file = new StreamWriter(path) { AutoFlush = true };
        while (await from.ReadLineAsync() is { } line)
        {
            await file.WriteLineAsync(line);
        }
    }

    private static string Tail(string path)
    {
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().Split('\n').TakeLast(20));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Kernel figures are in kB.
    private long StatusLine(string name) => File.ReadLines($"/proc/{_process.Id}/status")
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => long.Parse(line[name.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) * 1024)
        .First();
}
