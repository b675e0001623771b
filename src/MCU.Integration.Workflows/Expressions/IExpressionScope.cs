using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>What an expression can see and change: the instance, and the variables, inputs and outputs in reach of its activity.</summary>
public interface IExpressionScope
{
    /// <summary>The definition's logical id.</summary>
    string DefinitionId { get; }

    /// <summary>The id of the definition's version.</summary>
    string DefinitionVersionId { get; }

    /// <summary>The definition's version number.</summary>
    int DefinitionVersion { get; }

    /// <summary>The id of the instance.</summary>
    string InstanceId { get; }

    /// <summary>The instance's correlation id.</summary>
    string? CorrelationId { get; set; }

    /// <summary>The instance's name.</summary>
    string? InstanceName { get; set; }

    /// <summary>The result of the last activity of this burst that had one.</summary>
    JsonNode? LastResult { get; }

    /// <summary>The clock.</summary>
    TimeProvider Time { get; }

    /// <summary>Arguments of this evaluation by name; most have none.</summary>
    IReadOnlyDictionary<string, JsonNode?> Arguments { get; }

    /// <summary>The names of all variables in reach, innermost first, shadowed ones left out.</summary>
    IEnumerable<string> VariableNames { get; }

    /// <summary>The names of the inputs of the workflow around the activity.</summary>
    IEnumerable<string> InputNames { get; }

    /// <summary>Finds a variable in reach by name.</summary>
    bool TryGetVariable(string name, out JsonNode? value, [NotNullWhen(true)] out Type? type);

    /// <summary>Finds a variable in reach by id.</summary>
    bool TryGetVariableById(string id, out JsonNode? value);

    /// <summary>Assigns a variable by name; one that does not exist yet is declared for the whole instance.</summary>
    void SetVariable(string name, JsonNode? value);

    /// <summary>An input of the workflow around the activity; null if it was not given.</summary>
    JsonNode? GetInput(string name);

    /// <summary>The address by which somebody outside tells this instance of an event.</summary>
    /// <param name="eventName">The event.</param>
    /// <param name="expiresAt">When it stops working; null for never.</param>
    /// <exception cref="InvalidOperationException">The host has no addresses.</exception>
    string CreateEventTriggerUrl(string eventName, DateTimeOffset? expiresAt);

    /// <summary>An output of an activity that ran in this burst, by activity id or name.</summary>
    JsonNode? GetOutput(string activityIdOrName, string? outputName);

    /// <summary>
    /// Finds the activity behind a generated accessor <c>get&lt;Output&gt;From&lt;Activity&gt;</c>; the names are Pascal-cased.
    /// </summary>
    bool TryGetOutputByAccessor(string outputName, string activityName, out JsonNode? value);
}
