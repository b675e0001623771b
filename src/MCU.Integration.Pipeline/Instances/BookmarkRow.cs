using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>A place where an instance waits. <paramref name="DueAt"/> set = the hub fires it then (a timer row is kept beside it).</summary>
/// <param name="Payload">JSON as Elsa shows it, sealed; it may be whatever an expression came to.</param>
public sealed record BookmarkRow(
    string Id,
    string InstanceId,
    string Name,
    string Hash,
    string ActivityId,
    string ActivityNodeId,
    string ActivityInstanceId,
    SealedBody? Payload,
    string? CorrelationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DueAt)
{
    /// <summary>Set for a bookmark that is written and waits at an HTTP route with parameters: the store keeps a list of these templates.</summary>
    public HttpTemplate? HttpTemplate { get; init; }
}
