using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The main status moved.</summary>
public sealed record StatusMoved : CaseFact
{
    internal const string Word = "status_moved";

    /// <summary>Where it was.</summary>
    public required MainStatus From { get; init; }

    /// <summary>Where it is now.</summary>
    public required MainStatus To { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
