using System.Collections.Concurrent;

namespace MCU.Integration.Pipeline.Access;

/// <summary>
/// Counts failed sign-ins by name. After <see cref="FreeFailures"/> the name is locked for a minute, and twice as long with each further failure.
/// Kept in memory: a restart forgives, and each node counts for itself.
/// </summary>
public sealed class SignInLock(TimeProvider time)
{
    public const int FreeFailures = 5;

    public static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(15);

    // Names are an attacker's input: what is remembered has to stay small.
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Last)> _failures = new(StringComparer.Ordinal);

    public DateTimeOffset? LockedUntil(string name) =>
        _failures.TryGetValue(name, out var known) && known.Failures >= FreeFailures && known.Last + LockOf(known.Failures) is var until && until > time.GetUtcNow()
            ? until
            : null;

    public void Failed(string name)
    {
        var now = time.GetUtcNow();
        if (_failures.Count >= MostRemembered)
        {
            foreach (var old in _failures.Where(pair => pair.Value.Last + LongestLock < now).Select(pair => pair.Key))
            {
                _failures.TryRemove(old, out _);
            }

            if (_failures.Count >= MostRemembered)
            {
                _failures.Clear();
            }
        }

        _failures.AddOrUpdate(name, (1, now), (_, known) => (known.Last + LongestLock < now ? 1 : known.Failures + 1, now));
    }

    public void Succeeded(string name) => _failures.TryRemove(name, out _);

    private static TimeSpan LockOf(int failures)
    {
        var doubled = FirstLock * Math.Pow(2, Math.Min(failures - FreeFailures, 10));
        return doubled < LongestLock ? doubled : LongestLock;
    }
}
