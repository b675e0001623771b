using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Cases;

/// <param name="CaseIds">The cases of the submission that were opened or brought up to date; the first one is the subject of the workflow.</param>
/// <param name="IsReclassified">An open case has another subject or place than before: what decided by them has to be asked again.</param>
public sealed record UpsertOutcome(IReadOnlyList<CaseId> CaseIds, bool IsNew, bool IsChanged, bool IsReclassified = false);
