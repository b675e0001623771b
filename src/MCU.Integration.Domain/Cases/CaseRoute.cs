namespace MCU.Integration.Domain.Cases;

/// <summary>Who works on a case.</summary>
/// <param name="Body">Key of the body in the directory.</param>
/// <param name="Executor">Key of the executor in the directory.</param>
public sealed record CaseRoute(string Body, string? Executor = null);
