using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>A status that this burst took in and may pass on to the other links.</summary>
public sealed record PassedOnStatus(CaseId CaseId, CanonicalStatus Update, IReadOnlyList<CaseFile> Files);
