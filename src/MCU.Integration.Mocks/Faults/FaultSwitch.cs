namespace MCU.Integration.Mocks.Faults;

/// <summary>The faults that are switched on, at most one per system.</summary>
public sealed class FaultSwitch
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Fault> _faults = [];

    /// <summary>Replaces the system's fault; <see cref="FaultProfile.None"/> or a count of 0 removes it.</summary>
    public void Set(Fault fault)
    {
        lock (_lock)
        {
            if (fault.Profile == FaultProfile.None || fault.Count <= 0)
            {
                _faults.Remove(fault.System);
            }
            else
            {
                _faults[fault.System] = fault;
            }
        }
    }

    public IReadOnlyList<Fault> Active
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults.Values];
            }
        }
    }

    /// <summary>Uses up one hit for a request; null when it is to be answered as usual.</summary>
    internal Fault? TakeForRequest(string system, bool write) =>
        Take(system, fault => fault.Profile != FaultProfile.Shuffle && (write || fault.ReadsToo));

    internal bool TakeShuffle(string system) => Take(system, fault => fault.Profile == FaultProfile.Shuffle) is not null;

    private Fault? Take(string system, Predicate<Fault> applies)
    {
        lock (_lock)
        {
            if (!_faults.TryGetValue(system, out var fault) || !applies(fault))
            {
                return null;
            }

            if (fault.Count == 1)
            {
                _faults.Remove(system);
            }
            else
            {
                _faults[system] = fault with { Count = fault.Count - 1 };
            }

            return fault;
        }
    }
}
