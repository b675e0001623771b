using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>The case must still have this version.</summary>
public sealed record CaseGuard(CaseId CaseId, long ExpectedVersion);
