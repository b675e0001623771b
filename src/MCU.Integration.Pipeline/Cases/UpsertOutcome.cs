using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Cases;

public sealed record UpsertOutcome(CaseId CaseId, bool IsNew, bool IsChanged);
