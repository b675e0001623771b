using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Rules.Conditions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules;

/// <summary>A rule: when a condition holds, decide.</summary>
public sealed record AutoRule
{
    /// <summary>Id, unique in the whole set.</summary>
    public required string Id { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>Place in the list: lower ones are asked first; equal ones in the order of their ids.</summary>
    public required int Order { get; init; }

    /// <summary>Whether it is in use. Default: true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>First day of receipt for which it is in use.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last such day.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The condition.</summary>
    public required RuleCondition When { get; init; }

    /// <summary>The decisions, at most one of each group.</summary>
    public required ValueList<RuleAction> Then { get; init; }

    /// <summary>Whether the rule is in use on a date.</summary>
    public bool IsValidOn(DateOnly date) => (ValidFrom is not { } first || date >= first) && (ValidTo is not { } last || date <= last);
}
