namespace MCU.Integration.Pipeline.Definitions;

/// <summary>One version of a workflow definition. <paramref name="Body"/> is the whole Elsa 3 JSON, unknown properties included.</summary>
/// <param name="Id">Version id.</param>
/// <param name="ContentHash">Canonical hash of the body: tells drift from the file it came from.</param>
/// <param name="Origin"><c>file</c>, <c>designer</c> or <c>api</c>.</param>
public sealed record DefinitionRow(
    string Id,
    string DefinitionId,
    int Version,
    string? Name,
    string? Description,
    bool IsLatest,
    bool IsPublished,
    bool IsSystem,
    string ContentHash,
    string Origin,
    string? Author,
    string Body,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>The editor that saved it last; see <see cref="Definitions.EditSession"/>.</summary>
    public string? EditSession { get; init; }

    /// <summary>Other workflows may use it as an activity.</summary>
    public bool IsUsableAsActivity { get; init; }
}
