using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The case was given to a body.</summary>
public sealed record CaseRouted : CaseFact
{
    internal const string Word = "routed";

    /// <summary>Key of the body in the directory.</summary>
    public required string Body { get; init; }

    /// <summary>Key of the executor in the directory.</summary>
    public string? Executor { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
