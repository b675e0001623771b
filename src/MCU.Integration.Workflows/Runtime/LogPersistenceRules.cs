using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>Which values the activity execution records may show: <c>logPersistenceConfig</c> of a definition or an activity.</summary>
public sealed class LogPersistenceRules
{
    private readonly bool? _default;
    private readonly Dictionary<string, bool> _inputs;
    private readonly Dictionary<string, bool> _outputs;

    private LogPersistenceRules(bool? @default, Dictionary<string, bool> inputs, Dictionary<string, bool> outputs)
    {
        _default = @default;
        _inputs = inputs;
        _outputs = outputs;
    }

    internal static LogPersistenceRules? Read(JsonNode? config) => config is not JsonObject rules
        ? null
        : new LogPersistenceRules(Strategy(rules["default"]), ReadMap(rules["inputs"]), ReadMap(rules["outputs"]));

    internal bool? IncludesInput(string name) => _inputs.TryGetValue(name, out var include) ? include : _default;

    internal bool? IncludesOutput(string name) => _outputs.TryGetValue(name, out var include) ? include : _default;

    private static Dictionary<string, bool> ReadMap(JsonNode? map)
    {
        var result = new Dictionary<string, bool>(StringComparer.Ordinal);

        foreach (var (name, rule) in map as JsonObject ?? [])
        {
            if (Strategy(rule) is { } include)
            {
                result[Casing.Pascal(name)] = include;
            }
        }

        return result;
    }

    /// <summary>Include, Exclude, or null for Inherit, Configuration and rules by expression.</summary>
    private static bool? Strategy(JsonNode? rule) =>
        (rule as JsonObject)?["strategyType"].AsString()?.Split(',')[0].Split('.')[^1].Trim() switch
        {
            "Include" => true,
            "Exclude" => false,
            _ => null,
        };
}
