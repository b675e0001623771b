using System.Text.Json.Serialization;
using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Domain.Rules.Actions;

/// <summary>Sets the priority.</summary>
/// <param name="Priority">The priority.</param>
public sealed record PriorityAction(CasePriority Priority) : RuleAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override RuleGroup Group => RuleGroup.Priority;
}
