namespace MCU.Integration.Pipeline.Content;

/// <summary>A workflow as lists show it.</summary>
/// <param name="PublishedVersion">Null while only a draft exists.</param>
/// <param name="HasDraft">The newest version is not published.</param>
/// <param name="HasDrifted">It came from a file and was changed elsewhere since: the file is no longer what runs.</param>
public sealed record WorkflowView(
    string DefinitionId, string Name, int? PublishedVersion, bool HasDraft, ContentOrigin Origin, string? Author, DateTimeOffset UpdatedAt, bool HasDrifted);
