using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MCU.Integration.Bench.Content;
using MCU.Integration.TestSupport;

namespace MCU.Integration.Bench.Results;

/// <summary>What the figures were taken on.</summary>
internal sealed record Machine(string Processor, int Cores, double MemoryGb, string System, string Runtime, string Postgres, string Commit, double LoadBefore)
{
    public static async Task<Machine> DescribeAsync() => new(
        First("/proc/cpuinfo", "model name")?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024.0 / 1024 / 1024, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        PostgresBinaries.Find() is { } binaries ? await RunAsync(Path.Combine(binaries, "postgres"), "--version") : "no PostgreSQL",
        await RunAsync("git", "-C", BenchContent.RepositoryRoot, "rev-parse", "--short", "HEAD"),
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : 0);

    /// <summary>One line for the head of the results.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor}, {Cores} cores, {MemoryGb} GB · {System} · {Runtime} · {Postgres} · commit {Commit} · load average before {LoadBefore:0.0}");

    private static string? First(string path, string prefix) =>
        File.Exists(path) ? File.ReadLines(path).FirstOrDefault(line => line.StartsWith(prefix, StringComparison.Ordinal)) : null;

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true });
        return process is null ? "unknown" : (await process.StandardOutput.ReadToEndAsync()).Trim();
    }
}
