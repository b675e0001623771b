namespace MCU.Integration.Hub.Api;

/// <summary>Marks the route that takes documents in: it authenticates, limits and deduplicates by itself.</summary>
internal sealed class IntakeRoute
{
    public static IntakeRoute Instance { get; } = new();
}
