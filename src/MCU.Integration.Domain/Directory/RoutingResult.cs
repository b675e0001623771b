namespace MCU.Integration.Domain.Directory;

/// <summary>A target, or why there is none.</summary>
/// <param name="Target">The target.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record RoutingResult(RoutingTarget? Target, RoutingRefusal? Refusal);
