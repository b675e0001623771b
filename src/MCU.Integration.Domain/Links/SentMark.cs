using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Domain.Links;

/// <summary>One status that the hub sent over a link: what an echo is recognised by.</summary>
/// <param name="Status">The status in hub words.</param>
/// <param name="ExternalStatus">The status code of the outside system.</param>
/// <param name="OriginId">The origin id that went with it.</param>
/// <param name="ContentHash">Hash of what was said (<see cref="StatusReport.ContentHash"/>).</param>
/// <param name="Revision">Revision that the other side gave it, if it said so.</param>
/// <param name="SentAt">When.</param>
public sealed record SentMark(
    StatusWord Status,
    string? ExternalStatus,
    string OriginId,
    string ContentHash,
    string? Revision,
    DateTimeOffset SentAt);
