namespace MCU.Integration.Mapping.Maps;

/// <summary>One application of a map.</summary>
internal sealed class MapRun(MapContext context, TimeZoneInfo zone)
{
    private readonly List<MapProblem> _problems = [];

    public MapContext Context => context;

    public TimeZoneInfo Zone => zone;

    public IReadOnlyList<MapProblem> Problems => _problems;

    public void Fail(RulePlace place, TargetPath? path, string code, string message) =>
        _problems.Add(new(TargetPath.Text(path, place.To.Text), place.Rule, code, message));
}
