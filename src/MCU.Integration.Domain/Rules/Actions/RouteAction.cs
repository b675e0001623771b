using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Rules.Actions;

/// <summary>Gives the case to a body.</summary>
/// <param name="Body">Key of the body in the directory.</param>
/// <param name="Executor">Key of the executor in the directory.</param>
public sealed record RouteAction(string Body, string? Executor = null) : RuleAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override RuleGroup Group => RuleGroup.Route;
}
