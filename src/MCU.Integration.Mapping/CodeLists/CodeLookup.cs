namespace MCU.Integration.Mapping.CodeLists;

/// <summary>The answer of a lookup.</summary>
/// <param name="Found">False: there is no such code and the policy is <see cref="MissingCode.Error"/>.</param>
/// <param name="Code">Null although found: the code has deliberately no counterpart.</param>
/// <param name="Known">True when an entry answered; false when the policy did.</param>
public readonly record struct CodeLookup(bool Found, string? Code, bool Known);
