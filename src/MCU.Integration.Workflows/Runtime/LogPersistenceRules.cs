using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>Which values the activity execution records may show: <c>logPersistenceConfig</c> of a definition or an activity.</summary>
public sealed class LogPersistenceRules
{
    private readonly Dictionary<string, LogRule> _inputs;
    private readonly Dictionary<string, LogRule> _outputs;

    private LogPersistenceRules(LogRule? @default, Dictionary<string, LogRule> inputs, Dictionary<string, LogRule> outputs)
    {
        Default = @default;
        _inputs = inputs;
        _outputs = outputs;
    }

    internal LogRule? Default { get; }

    internal static LogPersistenceRules? Read(JsonNode? config) => config is not JsonObject rules
        ? null
        : new LogPersistenceRules(LogRule.Read(rules["default"]), ReadMap(rules["inputs"]), ReadMap(rules["outputs"]));

    internal LogRule? OfInput(string name) => _inputs.GetValueOrDefault(name);

    internal LogRule? OfOutput(string name) => _outputs.GetValueOrDefault(name);

    private static Dictionary<string, LogRule> ReadMap(JsonNode? map)
    {
        var result = new Dictionary<string, LogRule>(StringComparer.Ordinal);

        foreach (var (name, rule) in map as JsonObject ?? [])
        {
            if (LogRule.Read(rule) is { } read)
            {
                result[Casing.Pascal(name)] = read;
            }
        }

        return result;
    }
}
