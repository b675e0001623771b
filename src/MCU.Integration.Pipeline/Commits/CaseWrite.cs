using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>The case after its new events, and these.</summary>
/// <param name="ExpectedVersion">Version that was read; 0 = new case.</param>
public sealed record CaseWrite(Case Case, long ExpectedVersion, IReadOnlyList<CaseEvent> Events);
