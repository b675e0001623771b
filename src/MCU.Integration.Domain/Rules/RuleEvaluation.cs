using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules;

/// <summary>What the rules decided about a case, and why the others did not.</summary>
/// <param name="Firings">Decisions, in the order of the rules; at most one in each group.</param>
/// <param name="PassedOver">Everything that had no effect, in the order of the rules.</param>
public sealed record RuleEvaluation(ValueList<RuleFiring> Firings, ValueList<RulePassedOver> PassedOver)
{
    /// <summary>The decision of a kind, or null.</summary>
    public TAction? Find<TAction>()
        where TAction : RuleAction
    {
        foreach (var firing in Firings.AsSpan())
        {
            if (firing.Action is TAction action)
            {
                return action;
            }
        }

        return null;
    }
}
