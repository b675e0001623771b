using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Rules.Actions;

/// <summary>Puts the case before a person.</summary>
/// <param name="Reason">Code of the reason.</param>
public sealed record HoldAction(string Reason) : RuleAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override RuleGroup Group => RuleGroup.Hold;
}
