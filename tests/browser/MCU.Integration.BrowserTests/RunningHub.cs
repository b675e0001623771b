using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace MCU.Integration.BrowserTests;

/// <summary>A hub as <c>dotnet run</c> starts it — Development, SQLite, mock city — on free ports and in a folder of its own.</summary>
internal sealed class RunningHub : IAsyncDisposable
{
    public const string Password = "curator-of-the-city";

    private const string ApiKey = "browser-tests-0123456789-0123456789-0123456789";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly StringBuilder _output;

    private RunningHub(Process process, DirectoryInfo folder, StringBuilder output, Uri address)
    {
        (_process, _folder, _output, Address) = (process, folder, output, address);
        Api = NewClient(new(address, "/api/v1/"));
        Api.DefaultRequestHeaders.Authorization = new("ApiKey", ApiKey);
        Api.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public Uri Address { get; }

    /// <summary>The hub's API, with all rights.</summary>
    public HttpClient Api { get; }

    /// <summary>What the hub has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="pace">Multiplies the delays of the mock city.</param>
    public static async Task<RunningHub> StartAsync(double pace, CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var folder = Directory.CreateTempSubdirectory("hub-browser-");
        var source = Path.Combine(SolutionFolder(), "src", "MCU.Integration.Hub");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = source,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(source, "bin", Configuration, "net10.0", "MCU.Integration.Hub.dll"), "--urls", address.ToString() },
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Hub__DataDirectory"] = folder.FullName,
                ["Hub__Admin__Password"] = Password,
                ["Hub__Admin__ApiKey"] = ApiKey,
                ["Hub__Limits__SignInsPerMinute"] = "1000",
                ["Hub__Mocks__PosPort"] = "0",
                ["Hub__Mocks__SedPort"] = "0",
                ["Hub__Mocks__Systems"] = "none",
                ["Hub__Mocks__Pace"] = pace.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        };
        var output = new StringBuilder();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The hub could not be started.");
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var hub = new RunningHub(process, folder, output, address);
        await hub.WaitUntilReadyAsync(cancellation);
        return hub;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(StartTimeout);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await timer.WaitForNextTickAsync(timeout.Token))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The hub ended at once:\n{Output}");
            }

            try
            {
                using var answer = await Api.GetAsync(new Uri(Address, "/health/ready"), timeout.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    private static void Keep(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static string SolutionFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "MCU.Integration.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not lie below the solution.");
    }

    private static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

#pragma warning disable RS0030 // A test talks to loopback only; the SSRF guard is not what is tested.
    private static HttpClient NewClient(Uri address) => new() { BaseAddress = address };
#pragma warning restore RS0030
}
