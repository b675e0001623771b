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
        Take(system, fault => !DisturbsEvents(fault.Profile) && (write || fault.ReadsToo));

    /// <summary>Uses up one hit for an event, when a fault of this profile is on.</summary>
    internal bool TakeForEvent(string system, FaultProfile profile) => Take(system, fault => fault.Profile == profile) is not null;

    private static bool DisturbsEvents(FaultProfile profile) => profile is FaultProfile.Shuffle or FaultProfile.Duplicates or FaultProfile.OutOfOrder;

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
