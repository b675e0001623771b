using System.Text.Json.Serialization;
using MCU.Integration.Domain.Deadlines;

namespace MCU.Integration.Domain.Rules.Actions;

/// <summary>Puts the case under standard, accelerated or deferred terms.</summary>
/// <param name="Pace">The pace.</param>
public sealed record DeadlineAction(DeadlinePace Pace) : RuleAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override RuleGroup Group => RuleGroup.Deadline;
}
