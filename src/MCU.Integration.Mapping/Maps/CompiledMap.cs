using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>A map, ready to run. Immutable, thread-safe.</summary>
public sealed class CompiledMap
{
    private readonly RuleProgram[] _rules;
    private readonly TimeZoneInfo? _zone;

    internal CompiledMap(MapDefinition definition, RuleProgram[] rules, TimeZoneInfo? zone)
    {
        Definition = definition;
        _rules = rules;
        _zone = zone;
    }

    public MapDefinition Definition { get; }

    public string Key => Definition.Key;

    /// <summary>Translates a document. Neither document is validated; that is the schemas' part.</summary>
    /// <param name="source">Must stay alive during the call only.</param>
    public MapResult Apply(JsonElement source, MapContext context)
    {
        var root = new JmesValue(source);
        var scope = new JmesScope(root, context.ToValue());
        var run = new MapRun(context, _zone ?? context.Zone);
        var target = new JsonObject();
        foreach (var rule in _rules)
        {
            rule.Apply(root, scope, target, null, run);
        }

        return run.Problems.Count > 0 ? new(run.Problems) : new(target);
    }
}
