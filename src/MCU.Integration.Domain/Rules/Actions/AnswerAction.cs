using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Rules.Actions;

/// <summary>Proposes a template answer to the executor; it goes out by itself only if that is allowed, and never for an appeal.</summary>
/// <param name="Template">Key of the template.</param>
/// <param name="AutoAnswerAllowed">Whether an approved template may be sent without a person.</param>
public sealed record AnswerAction(string Template, bool AutoAnswerAllowed = false) : RuleAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override RuleGroup Group => RuleGroup.Answer;
}
