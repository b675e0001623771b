namespace MCU.Integration.Mapping.JmesPath;

/// <summary>Collects the source places that expressions read. A place that is read counts with everything below it.</summary>
internal sealed class ReadTrace
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public void Read(ReadPlaces places) => _read.UnionWith(places.Patterns ?? []);

    /// <summary>True when the place, or one above it, was read.</summary>
    public bool Covers(string pattern)
    {
        var steps = pattern.Split('/');
        return _read.Any(read =>
        {
            var readSteps = read.Split('/');
            return readSteps.Length <= steps.Length && readSteps.Zip(steps).All(pair => pair.First == pair.Second || pair.First == "*" || pair.Second == "*");
        });
    }
}
