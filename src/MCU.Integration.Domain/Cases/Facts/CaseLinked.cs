using System.Text.Json.Serialization;
using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The case has a record in an outside system.</summary>
public sealed record CaseLinked : CaseFact
{
    internal const string Word = "linked";

    /// <summary>The link.</summary>
    public required LinkId LinkId { get; init; }

    /// <summary>Adapter key.</summary>
    public required string Adapter { get; init; }

    /// <summary>Kind of record, such as <c>card</c>.</summary>
    public required string RecordType { get; init; }

    /// <summary>Id of the record there.</summary>
    public required string ExternalId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
