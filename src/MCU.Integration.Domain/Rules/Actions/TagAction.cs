using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules.Actions;

/// <summary>Adds tags.</summary>
/// <param name="Tags">The tags.</param>
public sealed record TagAction(ValueList<string> Tags) : RuleAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override RuleGroup Group => RuleGroup.Tag;
}
