namespace MCU.Integration.Mocks.Samples;

/// <summary>What the applicant does once the message enters a status.</summary>
/// <param name="On">ПОС status.</param>
/// <param name="Round">Reopen round in which it happens, from 0.</param>
/// <param name="Do"><c>clarify</c>, <c>rate</c>, <c>reopen</c> or <c>withdraw</c>.</param>
internal sealed record Reaction(string On, double After, string Do, int Round = 0, string? Text = null, int? Score = null);
