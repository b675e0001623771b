using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>The typed view of a definition's <c>options</c>.</summary>
public sealed record WorkflowOptions(
    ActivationStrategy Activation,
    IncidentStrategy Incidents,
    string? CommitStrategyName,
    bool UsableAsActivity,
    bool AutoUpdateConsumingWorkflows,
    string? ActivityCategory)
{
    private static readonly Dictionary<string, ActivationStrategy> Activations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AllowAlwaysStrategy"] = ActivationStrategy.Always,
        ["SingletonStrategy"] = ActivationStrategy.Singleton,
        ["CorrelationStrategy"] = ActivationStrategy.Correlation,
        ["CorrelatedSingletonStrategy"] = ActivationStrategy.CorrelatedSingleton,
    };

    private static readonly Dictionary<string, IncidentStrategy> IncidentStrategies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FaultStrategy"] = IncidentStrategy.Fault,
        ["ContinueWithIncidentsStrategy"] = IncidentStrategy.ContinueWithIncidents,
    };

    internal static WorkflowOptions Read(JsonObject? options, List<DefinitionProblem> problems) => new(
        Strategy(options, "activationStrategyType", Activations, problems),
        Strategy(options, "incidentStrategyType", IncidentStrategies, problems),
        options?["commitStrategyName"].AsString(),
        options?["usableAsActivity"].AsBoolean() ?? false,
        options?["autoUpdateConsumingWorkflows"].AsBoolean() ?? false,
        options?["activityCategory"].AsString());

    /// <summary>
    /// Names are matched by class name alone: files carry short names, assembly-qualified ones, and ones of older namespaces.
    /// </summary>
    private static T Strategy<T>(JsonObject? options, string property, Dictionary<string, T> known, List<DefinitionProblem> problems)
        where T : struct
    {
        var name = options?[property].AsString();

        if (string.IsNullOrWhiteSpace(name))
        {
            return default;
        }

        if (known.TryGetValue(name.Split(',')[0].Split('.')[^1].Trim(), out var strategy))
        {
            return strategy;
        }

        problems.Add(new DefinitionProblem($"/options/{property}", "unknown_strategy", $"Unknown strategy '{name}'."));
        return default;
    }
}
