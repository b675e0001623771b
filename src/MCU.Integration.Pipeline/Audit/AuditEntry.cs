namespace MCU.Integration.Pipeline.Audit;

/// <summary>What a person or key did. Not the journal. Carries ids, never personal data.</summary>
/// <param name="Action">Stable code, <c>delivery.replay</c>.</param>
/// <param name="Target">What it was done to, <c>delivery:0198…</c>.</param>
public sealed record AuditEntry(Guid Id, DateTimeOffset At, string Actor, string Action, string? Target, string? Detail);
