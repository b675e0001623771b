namespace MCU.Integration.Domain.Cases;

/// <summary>Overlay: the work is promised for later.</summary>
/// <param name="Since">When it was promised.</param>
/// <param name="Until">The promised date.</param>
/// <param name="Reason">Code of the reason.</param>
public sealed record Deferral(DateTimeOffset Since, DateTimeOffset Until, string? Reason);
