using System.Globalization;

namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>The date of receipt is inside a yearly window, both ends included; a window may cross the New Year.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record InSeason(MonthDay From, MonthDay To) : RuleCondition
{
    internal override string? FailureOf(RuleFacts facts)
    {
        var day = MonthDay.Of(facts.Date);
        var inside = From <= To ? day >= From && day <= To : day >= From || day <= To;
        return inside ? null : Pointer;
    }

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) =>
        matched.Add(new(Pointer, facts.Date.ToString("O", CultureInfo.InvariantCulture)));
}
