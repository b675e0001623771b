using System.Diagnostics;
using System.Globalization;

namespace MCU.Integration.CrashHost;

/// <summary>Counts commits and sends of this process, writes each into the trace and kills the process when the planned one is reached.</summary>
public sealed class Crash(KillPoint? plan, string? tracePath)
{
    /// <summary>Variable with a <see cref="KillPoint"/>; without it the hub lives on.</summary>
    public const string PlanVariable = "HUB_CRASH_AT";

    /// <summary>Variable with the path of the trace: a line for each commit and each send.</summary>
    public const string TraceVariable = "HUB_CRASH_TRACE";

    private readonly Lock _lock = new();
    private readonly StreamWriter? _trace = tracePath is null ? null : new(tracePath, append: false) { AutoFlush = true };
    private readonly int[] _counts = new int[2];

    public static Crash FromEnvironment() => new(
        Environment.GetEnvironmentVariable(PlanVariable) is { Length: > 0 } plan ? KillPoint.Parse(plan) : null,
        Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 } path ? path : null);

    /// <summary>Runs a commit or a send; does not return when it is the planned one.</summary>
    public async Task<T> PassAsync<T>(KillAt at, string what, Func<Task<T>> act)
    {
        var number = Count(at, what);
        if (plan == new KillPoint(at, true, number))
        {
            Die();
        }

        var result = await act();
        if (plan == new KillPoint(at, false, number))
        {
            Die();
        }

        return result;
    }

    private int Count(KillAt at, string what)
    {
        lock (_lock)
        {
            var number = ++_counts[(int)at];
            _trace?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(at == KillAt.Commit ? "commit" : "send")} {number} {what}"));
            return number;
        }
    }

    private static void Die()
    {
        // SIGKILL: no handler, no finally, no flush.
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.InfiniteTimeSpan);
    }
}
