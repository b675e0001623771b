using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The work was promised for a later date; the case stays under control until then.</summary>
public sealed record CaseDeferred : CaseFact
{
    internal const string Word = "deferred";

    /// <summary>The promised date.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Code of the reason.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
