namespace MCU.Integration.Domain.Rules;

/// <summary>A fact by which a rule matched. Of a text it names the keyword or pattern, not the text.</summary>
/// <param name="Pointer">The condition, inside its rule.</param>
/// <param name="Value">What matched.</param>
public sealed record MatchedFact(string Pointer, string Value);
