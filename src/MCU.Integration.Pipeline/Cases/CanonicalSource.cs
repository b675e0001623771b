using System.Text.Json;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Which record of which system a canonical document speaks of.</summary>
public sealed record CanonicalSource(string Adapter, string RecordType, string ExternalId, string? Revision, DateTimeOffset? OccurredAt, string? OriginId)
{
    /// <summary>Null when the document has no complete source.</summary>
    public static CanonicalSource? Read(JsonElement document)
    {
        if (!document.TryGetProperty("source", out var source)
            || source.Text("adapter") is not { } adapter
            || source.Text("recordType") is not { } recordType
            || source.Text("externalId") is not { } externalId)
        {
            return null;
        }

        return new(adapter, recordType, externalId, source.Text("revision"), source.Instant("occurredAt"), source.Text("originId"));
    }
}
