namespace MCU.Integration.Domain.Cases;

/// <summary>The applicant's rating of the outcome.</summary>
/// <param name="Score">The rating.</param>
/// <param name="Max">The best possible rating.</param>
public sealed record CaseRating(int Score, int Max);
