namespace MCU.Integration.Pipeline.Definitions;

/// <summary>
/// The text of a draft at the moment when an instance was started on it. Drafts are saved in place: without it the instance would go on with another
/// workflow than it began with.
/// </summary>
/// <param name="Hash">Content hash of the draft; the key.</param>
/// <param name="VersionId">The version that was the draft.</param>
public sealed record DefinitionSnapshot(string Hash, string DefinitionId, string VersionId, int Version, string Body)
{
    /// <summary>Of a version that an instance runs on; null for what is never edited in place: only the newest version is, and only until it is published.</summary>
    public static DefinitionSnapshot? Of(DefinitionRow row) => row is { IsPublished: false, IsLatest: true } ? new(row.ContentHash, row.DefinitionId, row.Id, row.Version, row.Body) : null;
}
