using System.Diagnostics;

namespace MCU.Integration.CrashTests.Hosting;

/// <summary>A .NET program from the test's own folder in a process of its own; it keeps the last lines that it printed.</summary>
public sealed class ChildProcess : IDisposable
{
    /// <summary>Variable with a folder of programs that were compiled ahead; what is not there runs from the test's folder.</summary>
    private const string PublishedVariable = "HUB_CRASH_PUBLISHED";

    private const int LinesKept = 60;

    private readonly Process _process;
    private readonly Queue<string> _lines = [];
    private readonly Lock _lock = new();

    private ChildProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>128 + the signal's number when a signal ended it.</summary>
    public int ExitCode => _process.ExitCode;

    public string Output
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <param name="program">Name of the assembly.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var published = Path.Combine(Environment.GetEnvironmentVariable(PublishedVariable) ?? string.Empty, program);
        var start = File.Exists(published) ? new ProcessStartInfo(published, arguments) : new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, $"{program}.dll"), .. arguments]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.WorkingDirectory = AppContext.BaseDirectory;

        // A hub of seconds gains nothing from a second, better compilation.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "1000";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(new Process { StartInfo = start });
    }

    public IReadOnlyList<string> Lines()
    {
        lock (_lock)
        {
            return [.. _lines];
        }
    }

    public Task WaitForExitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>Kills it when it still runs.</summary>
    public void Dispose()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill();
                _process.WaitForExit(TimeSpan.FromSeconds(10));
            }
        }
        catch (InvalidOperationException)
        {
            // It ended in between.
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            _lines.Enqueue(line);
            while (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }
    }
}
