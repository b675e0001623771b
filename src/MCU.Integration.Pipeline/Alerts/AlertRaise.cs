namespace MCU.Integration.Pipeline.Alerts;

/// <summary>A cause that was met.</summary>
/// <param name="Subject">Tells causes of one kind apart; keys and codes only, never personal data.</param>
/// <param name="Adapter">The system that it concerns; null when it concerns none.</param>
/// <param name="Detail">Figures and codes for people.</param>
public sealed record AlertRaise(AlertKind Kind, string Subject, string? Adapter = null, string? Detail = null);
