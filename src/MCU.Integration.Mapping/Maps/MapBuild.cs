using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.JmesPath;
using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.Maps;

/// <summary>Turns the rules of one map, and of the maps that it uses, into programs.</summary>
internal sealed class MapBuild(IMapContent content)
{
    private readonly List<ContentProblem> _problems = [];
    private readonly List<string> _open = [];

    // Set while the rules of a used map are compiled: its problems are told at the rule that uses it.
    private string? _usedBy;

    public IReadOnlyList<ContentProblem> Problems => _problems;

    public bool HasErrors => _problems.Exists(problem => problem.Severity == ContentSeverity.Error);

    public void Report(string pointer, string code, string message, ContentSeverity severity = ContentSeverity.Error) =>
        _problems.Add(new(null, null, _usedBy ?? pointer, code, _usedBy is null ? message : $"In the map '{_open[^1]}', {pointer}: {message}", severity));

    public (RuleProgram[] Rules, TimeZoneInfo? Zone) Map(MapDefinition definition)
    {
        _open.Add(definition.Key);
        var zone = Zone(definition.Zone);
        var rules = Rules(definition.Rules, zone, prefix: _open.Count > 1 ? $"{definition.Key}#" : "");
        _open.RemoveAt(_open.Count - 1);
        return (rules, zone);
    }

    private RuleProgram[] Rules(IReadOnlyList<MapRule> rules, TimeZoneInfo? zone, string prefix) => [.. rules.Select(rule => Rule(rule, zone, prefix)).OfType<RuleProgram>()];

    private RuleProgram? Rule(MapRule rule, TimeZoneInfo? zone, string prefix)
    {
        var when = rule.When is null ? null : Expression(rule.When, $"{rule.Place}/when");
        return Value(rule, zone, prefix) is { } value
            ? new(new(prefix + rule.Place, rule.To), when, value, rule.Default, rule.Empty)
            : null;
    }

    private RuleValue? Value(MapRule rule, TimeZoneInfo? zone, string prefix)
    {
        var steps = Steps(rule, zone);
        if (rule.Each is not null)
        {
            var nested = Nested(rule, zone, prefix);
            return Expression(rule.Each, $"{rule.Place}/each") is { } each ? new RepeatedValue(each, nested, steps) : null;
        }

        if (rule.From is not null)
        {
            var nested = Nested(rule, zone, prefix);
            return Expression(rule.From, $"{rule.Place}/from") is not { } from ? null
                : nested is not null ? new NestedValue(from, nested)
                : new SingleValue((current, scope, _) => from.Evaluate(current, scope), steps);
        }

        if (rule.Liquid is not null)
        {
            return Parsed(() => LiquidText.Parse(rule.Liquid), $"{rule.Place}/liquid", "map.liquid") is { } liquid
                ? new SingleValue((current, scope, run) => JmesValue.Of(liquid.Render(current, scope, zone ?? run.Zone)), steps)
                : null;
        }

        if (rule.JavaScript is not null)
        {
            return Parsed(() => JavaScriptFunction.Parse(rule.JavaScript), $"{rule.Place}/javascript", "map.javascript") is { } script
                ? new SingleValue((current, scope, run) => script.Call(current, scope, run.Context.Now), steps)
                : null;
        }

        var constant = new JmesValue(rule.Value!.Value);
        return new SingleValue((_, _, _) => constant, steps);
    }

    private NestedRules? Nested(MapRule rule, TimeZoneInfo? zone, string prefix)
    {
        if (rule.Rules is { } rules)
        {
            return new(Rules(rules, zone, prefix), ownRoot: false);
        }

        if (rule.Map is not { } key)
        {
            return null;
        }

        if (content.FindMap(key) is not { } used)
        {
            Report($"{rule.Place}/map", "map.map_unknown", $"There is no map '{key}' without errors.");
            return null;
        }

        if (_open.Contains(key))
        {
            Report($"{rule.Place}/map", "map.map_cycle", $"The map '{key}' uses itself.");
            return null;
        }

        var outer = _usedBy;
        _usedBy ??= $"{rule.Place}/map";
        var (programs, _) = Map(used);
        _usedBy = outer;
        return new(programs, ownRoot: true);
    }

    private ValueSteps Steps(MapRule rule, TimeZoneInfo? zone)
    {
        CodeList? list = null;
        if (rule.CodeList is { } use)
        {
            list = content.FindCodeList(use.Key);
            if (list is null)
            {
                Report($"{rule.Place}/codeList/key", "map.codelist_unknown", $"There is no code list '{use.Key}' without errors.");
            }
        }

        return new(rule.Trim, list, rule.CodeList?.Direction ?? CodeDirection.ToRight, rule.CodeList?.Policy, rule.As, rule.Format, rule.MaxLength, zone);
    }

    private JmesExpression? Expression(string text, string place)
    {
        if (JmesExpression.TryParse(text, out var expression, out var error))
        {
            return expression;
        }

        Report(place, "map.expression", error);
        return null;
    }

    private T? Parsed<T>(Func<T> parse, string place, string code)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (FormatException wrong)
        {
            Report(place, code, wrong.Message);
            return null;
        }
    }

    private TimeZoneInfo? Zone(string? id)
    {
        if (id is null)
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return zone;
        }

        Report("/zone", "map.zone", $"There is no time zone '{id}'.");
        return null;
    }
}
