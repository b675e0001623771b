using MCU.Integration.Mocks.Faults;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>Every system misbehaves in every way, one way after the other, for as long as the city plays.</summary>
internal sealed class FaultWeather(FaultSwitch faults)
{
    private static readonly string[] Systems = ["pos", "sed", "roads", "edds", "incident", "regional-cur"];

    /// <summary>Systems that also say once that a record is gone (410). No retry mends that: a person sends the refused delivery again.</summary>
    private static readonly string[] SystemsWithGone = ["sed", "roads", "edds"];

    private static readonly Fault[] Profiles =
    [
        new("", FaultProfile.Duplicates, 8),
        new("", FaultProfile.Errors500, 4),
        new("", FaultProfile.TimeoutAfterCommit, 1, 3_000),
        new("", FaultProfile.OutOfOrder, 6),
        new("", FaultProfile.ResetAfterCommit, 3),
        new("", FaultProfile.Shuffle, 8),
        new("", FaultProfile.TooMany, 2),
        new("", FaultProfile.Reset, 3),
        new("", FaultProfile.Slow, 4, 200),
    ];

    private static readonly TimeSpan Gust = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, Fault> _set = [];

    /// <summary>The profiles that hit something.</summary>
    public HashSet<FaultProfile> Felt { get; } = [];

    public static IEnumerable<FaultProfile> All => Profiles.Select(fault => fault.Profile).Append(FaultProfile.Gone);

    /// <param name="turns">How often it changes; each profile comes to each system once in as many turns as there are profiles.</param>
    public async Task BlowAsync(int turns, CancellationToken stop)
    {
        foreach (var system in SystemsWithGone)
        {
            Set(new(system, FaultProfile.Gone));
        }

        try
        {
            for (var turn = 0; turn < turns; turn++)
            {
                await Task.Delay(Gust, TimeProvider.System, stop);
                foreach (var (index, system) in Systems.Index().Where(item => Look(item.Item)?.Profile != FaultProfile.Gone))
                {
                    Set(Profiles[(turn + index) % Profiles.Length] with { System = system });
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The city has settled.
        }

        foreach (var system in Systems)
        {
            Look(system);
            faults.Set(new(system, FaultProfile.None));
        }
    }

    private void Set(Fault fault) => faults.Set(_set[fault.System] = fault);

    /// <summary>What is still on at a system; notes what was felt there.</summary>
    private Fault? Look(string system)
    {
        var left = faults.Active.FirstOrDefault(fault => fault.System == system);
        if (_set.TryGetValue(system, out var set) && left != set)
        {
            Felt.Add(set.Profile);
        }

        return left;
    }
}
