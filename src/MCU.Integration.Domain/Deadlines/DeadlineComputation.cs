using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>The terms of a case and what went wrong; both may be there, because one stage may fail and another not.</summary>
/// <param name="Deadlines">The terms; null when there is no profile.</param>
/// <param name="Problems">What went wrong.</param>
public sealed record DeadlineComputation(CaseDeadlines? Deadlines, ValueList<DeadlineProblem> Problems);
