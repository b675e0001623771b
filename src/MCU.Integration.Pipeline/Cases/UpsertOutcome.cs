using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Cases;

/// <param name="CaseIds">The cases of the submission that were opened or brought up to date; the first one is the subject of the workflow.</param>
public sealed record UpsertOutcome(IReadOnlyList<CaseId> CaseIds, bool IsNew, bool IsChanged);
