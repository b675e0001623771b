using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The case was registered; from here 59-ФЗ counts the answer's term.</summary>
public sealed record CaseRegistered : CaseFact
{
    internal const string Word = "registered";

    /// <summary>Registration number in the registering system.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
