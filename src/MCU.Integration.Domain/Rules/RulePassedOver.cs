namespace MCU.Integration.Domain.Rules;

/// <summary>A rule, or one of its decisions, that had no effect.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Version">Its version.</param>
/// <param name="Reason">Why.</param>
/// <param name="Pointer">The condition that does not hold, inside the rule.</param>
/// <param name="Group">The group that was taken.</param>
/// <param name="By">The rule that took it.</param>
public sealed record RulePassedOver(
    string Rule,
    int Version,
    PassedOverReason Reason,
    string? Pointer = null,
    RuleGroup? Group = null,
    string? By = null);
