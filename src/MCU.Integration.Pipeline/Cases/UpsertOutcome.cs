using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Cases;

/// <param name="IsReclassified">An open case has another subject or place than before: what decided by them has to be asked again.</param>
public sealed record UpsertOutcome(CaseId CaseId, bool IsNew, bool IsChanged, bool IsReclassified = false);
