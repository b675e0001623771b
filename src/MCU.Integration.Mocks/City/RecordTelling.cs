using MCU.Integration.Mocks.Faults;

namespace MCU.Integration.Mocks.City;

/// <summary>What one record has told so far: the place where events are told twice, late, or again.</summary>
internal sealed class RecordTelling(CityRun city)
{
    /// <summary>Seconds at pace 1 that an event out of order stays behind.</summary>
    private const double Behind = 3;

    private Callback? _keptBack;

    /// <summary>The event told before the newest one; null when there is none.</summary>
    private Callback? _before;

    private Callback? _newest;

    /// <param name="renewed">The same event under a new id.</param>
    public void Tell(Callback callback, FaultSwitch faults, Action<Callback> bring, Func<Callback, Callback> renewed, bool late = false, bool duplicate = false)
    {
        (_before, _newest) = (_newest, callback);
        if (late)
        {
            _keptBack = callback;
            return;
        }

        if (faults.TakeForEvent(callback.System, FaultProfile.OutOfOrder))
        {
            city.Clock.After(Behind, () => bring(callback));
            return;
        }

        bring(callback);
        if (duplicate || faults.TakeForEvent(callback.System, FaultProfile.Duplicates))
        {
            bring(callback);
        }

        if (_keptBack is { } kept)
        {
            _keptBack = null;
            bring(kept);
        }

        if (_before is { } before && faults.TakeForEvent(callback.System, FaultProfile.Shuffle))
        {
            bring(renewed(before));
        }
    }
}
