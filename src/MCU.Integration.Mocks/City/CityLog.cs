using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.City;

/// <summary>Append-only list of what happened in the city; the judge of tests, complete whatever the request log of WireMock keeps.</summary>
public sealed class CityLog(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<CityLogEntry> _entries = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Entries after the given number, oldest first.</summary>
    public IReadOnlyList<CityLogEntry> After(long number, int limit = int.MaxValue)
    {
        lock (_lock)
        {
            var from = (int)Math.Clamp(number, 0, _entries.Count);
            return _entries.GetRange(from, Math.Min(limit, _entries.Count - from));
        }
    }

    internal void Add(string system, string action, string? reference, int status, string? key = null, JsonObject? detail = null)
    {
        lock (_lock)
        {
            _entries.Add(new CityLogEntry(_entries.Count + 1, time.GetUtcNow(), system, action, reference, status, key, detail));
        }
    }
}
