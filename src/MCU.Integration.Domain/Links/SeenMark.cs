using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Domain.Links;

/// <summary>The newest status that the hub took from an outside system over a link.</summary>
/// <param name="Status">The status in hub words, if it could be mapped.</param>
/// <param name="ExternalStatus">The status code of the outside system.</param>
/// <param name="Revision">Its revision there.</param>
/// <param name="SourceTime">Its time by the outside system's clock.</param>
/// <param name="SeenAt">When the hub saw it.</param>
public sealed record SeenMark(
    StatusWord? Status,
    string? ExternalStatus,
    string? Revision,
    DateTimeOffset? SourceTime,
    DateTimeOffset SeenAt);
