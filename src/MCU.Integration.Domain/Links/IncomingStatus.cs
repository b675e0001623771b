using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Domain.Links;

/// <summary>A status as an outside system reports it, mapped to hub words.</summary>
public sealed record IncomingStatus
{
    /// <summary>The status in hub words; null when no code list knows it.</summary>
    public StatusWord? Status { get; init; }

    /// <summary>The status code of the outside system.</summary>
    public string? ExternalStatus { get; init; }

    /// <summary>Revision of the record there; numbers are compared as numbers.</summary>
    public string? Revision { get; init; }

    /// <summary>When it changed, by the outside system's clock.</summary>
    public DateTimeOffset? SourceTime { get; init; }

    /// <summary>Origin id, if the other side hands ours back.</summary>
    public string? OriginId { get; init; }

    /// <summary>Hash of what it says (<see cref="StatusReport.ContentHash"/>).</summary>
    public string? ContentHash { get; init; }

    /// <summary>When the hub received it.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }
}
