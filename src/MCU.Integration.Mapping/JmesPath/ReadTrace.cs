namespace MCU.Integration.Mapping.JmesPath;

/// <summary>Collects the source places that expressions read, and where that is written. A place that is read counts with everything below it.</summary>
internal sealed class ReadTrace
{
    private readonly HashSet<(string Pattern, string At)> _reads = [];

    /// <summary>What <c>$</c> stands for.</summary>
    public ReadPlaces Root { get; set; } = ReadPlaces.Root;

    /// <summary>Pointer of the expression that is traced now.</summary>
    public string At { get; set; } = "";

    public IReadOnlyCollection<(string Pattern, string At)> Reads => _reads;

    public void Read(ReadPlaces places) => _reads.UnionWith(places.Patterns.Select(pattern => (pattern, At)));
}
