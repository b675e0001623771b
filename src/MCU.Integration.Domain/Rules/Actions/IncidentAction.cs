using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Rules.Actions;

/// <summary>Links the case to a mass incident.</summary>
/// <param name="Incident">Key of the incident.</param>
public sealed record IncidentAction(string Incident) : RuleAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override RuleGroup Group => RuleGroup.Incident;
}
