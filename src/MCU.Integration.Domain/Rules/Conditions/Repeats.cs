using System.Globalization;

namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>There are earlier open cases on the same subject near by.</summary>
/// <param name="AtLeast">How many, from 1.</param>
/// <param name="WithinDays">Received in so many days before.</param>
/// <param name="WithinMetres">So near.</param>
public sealed record Repeats(int AtLeast, int WithinDays, int WithinMetres) : RuleCondition
{
    internal override string? FailureOf(RuleFacts facts) => Count(facts) >= AtLeast ? null : Pointer;

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) =>
        matched.Add(new(Pointer, string.Join(", ", Counted(facts).Select(near => near.Number).Prepend(Count(facts).ToString(CultureInfo.InvariantCulture)).Where(part => part.Length > 0))));

    private protected override bool ImpliesPart(RuleCondition other) =>
        other is Repeats that && AtLeast >= that.AtLeast && WithinDays <= that.WithinDays && WithinMetres <= that.WithinMetres;

    private int Count(RuleFacts facts) => Counted(facts).Count();

    private IEnumerable<NearbyCase> Counted(RuleFacts facts) => facts.Nearby.Where(near => near.DaysAgo <= WithinDays && near.Metres <= WithinMetres);
}
