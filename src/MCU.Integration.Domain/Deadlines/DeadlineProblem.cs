namespace MCU.Integration.Domain.Deadlines;

/// <summary>Something that kept a term from being computed as it should.</summary>
/// <param name="Code">What.</param>
/// <param name="Detail">The particulars: a year, a zone, a date.</param>
/// <param name="Stage">The stage, if it concerns one.</param>
public sealed record DeadlineProblem(DeadlineProblemCode Code, string Detail, DeadlineStage? Stage = null);
