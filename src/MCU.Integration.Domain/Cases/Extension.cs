namespace MCU.Integration.Domain.Cases;

/// <summary>Overlay: the term was extended.</summary>
/// <param name="Since">When.</param>
/// <param name="Until">The new term, if it was said.</param>
/// <param name="Reason">Code of the reason.</param>
public sealed record Extension(DateTimeOffset Since, DateTimeOffset? Until, string? Reason);
