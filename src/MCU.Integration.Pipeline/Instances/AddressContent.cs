namespace MCU.Integration.Pipeline.Instances;

/// <summary>What an address allows: to tell an instance of an event, or to resume it at one bookmark.</summary>
/// <param name="ExpiresAt">When it stops working; null for never.</param>
public sealed record AddressContent(string InstanceId, string? EventName, string? BookmarkId, DateTimeOffset? ExpiresAt);
