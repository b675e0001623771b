using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>What became of a reported status.</summary>
/// <param name="Verdict">Outcome of the activity.</param>
/// <param name="Reason">Code of the link policy or of the case's refusal.</param>
public sealed record StatusOutcome(CaseId? CaseId, string Verdict, string Reason);
