using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.JmesPath;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>A map that compiles, spread out: what it writes, reads and looks up, the rules of used maps included.</summary>
internal sealed class MapInspection
{
    private readonly List<MapTarget> _targets = [];
    private readonly HashSet<(CodeList List, CodeDirection Direction)> _lookups = [];
    private readonly ReadTrace _trace = new();
    private readonly IMapContent _content;

    public MapInspection(MapDefinition definition, IMapContent content)
    {
        Definition = definition;
        _content = content;
        Source = content.FindSchema(definition.Source) is { } source ? SchemaPlace.Of(source) : null;
        Target = content.FindSchema(definition.Target) is { } target ? SchemaPlace.Of(target) : null;
        Visit(definition.Rules, [], ReadPlaces.Root, usedBy: null);
    }

    public MapDefinition Definition { get; }

    /// <summary>Null when the schema is unknown.</summary>
    public SchemaPlace? Source { get; }

    public SchemaPlace? Target { get; }

    public IReadOnlyList<MapTarget> Targets => _targets;

    public IReadOnlyCollection<(string Pattern, string At)> Reads => _trace.Reads;

    public IReadOnlyCollection<(CodeList List, CodeDirection Direction)> Lookups => _lookups;

    private void Visit(IReadOnlyList<MapRule> rules, List<string> prefix, ReadPlaces current, string? usedBy)
    {
        foreach (var rule in rules)
        {
            Visit(rule, [.. prefix, .. rule.To.Tokens.Select(Step)], current, usedBy);
        }
    }

    private void Visit(MapRule rule, List<string> target, ReadPlaces current, string? usedBy)
    {
        var at = usedBy ?? rule.Place;
        if (rule.When is { } when)
        {
            Read(Trace(when, usedBy ?? $"{rule.Place}/when", current));
        }

        if (rule.CodeList is { } use && _content.FindCodeList(use.Key) is { } list)
        {
            _lookups.Add((list, use.Direction));
        }

        foreach (var place in Texts(rule))
        {
            Read(Trace(place, at, current));
        }

        var whole = rule.Rules is null && rule.Map is null;
        _targets.Add(new(target, whole && rule.Each is null, at, rule));
        if ((rule.From ?? rule.Each) is not { } expression)
        {
            return;
        }

        var value = Trace(expression, usedBy ?? $"{rule.Place}/{(rule.From is null ? "each" : "from")}", current);
        if (rule.Each is not null)
        {
            value = value.Items();
            target = [.. target, "*"];
        }

        if (whole)
        {
            Read(value);
            if (rule.Each is not null)
            {
                _targets.Add(new(target, true, at, rule));
            }
        }
        else
        {
            Nested(rule, target, value, usedBy);
        }
    }

    private void Nested(MapRule rule, List<string> target, ReadPlaces value, string? usedBy)
    {
        if (rule.Rules is { } rules)
        {
            Visit(rules, target, value, usedBy);
        }
        else if (_content.FindMap(rule.Map!) is { } used)
        {
            var outer = _trace.Root;
            _trace.Root = value;
            Visit(used.Rules, target, value, usedBy ?? $"{rule.Place}/map");
            _trace.Root = outer;
        }
    }

    private ReadPlaces Trace(string expression, string at, ReadPlaces current)
    {
        _trace.At = at;
        return JmesExpression.Parse(expression).Root.Trace(current, _trace);
    }

    private void Read(ReadPlaces places) => _trace.Read(places);

    // What Liquid and JavaScript read can only be seen from the names that they use.
    private static IEnumerable<string> Texts(MapRule rule) =>
        (rule.Liquid ?? rule.JavaScript) is { } text ? NamedPlaces.In(text, liquid: rule.Liquid is not null) : [];

    private static string Step(string token) => token == "-" || (token.Length > 0 && token.All(char.IsAsciiDigit)) ? "*" : JsonPointer.Escape(token);
}
