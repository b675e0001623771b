using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>A status of an outside system was kept but not applied.</summary>
public sealed record OutsideStatusDropped : CaseFact
{
    internal const string Word = "outside_status_dropped";

    /// <summary>Adapter key.</summary>
    public required string Adapter { get; init; }

    /// <summary>The status in hub words, if it could be mapped.</summary>
    public StatusWord? Status { get; init; }

    /// <summary>The status code of the outside system.</summary>
    public string? ExternalStatus { get; init; }

    /// <summary>Its revision there.</summary>
    public string? Revision { get; init; }

    /// <summary>Drop or hold: a word of the link policy.</summary>
    public required string Verdict { get; init; }

    /// <summary>Code of the reason: of the link policy, or of the refusal by the case.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
