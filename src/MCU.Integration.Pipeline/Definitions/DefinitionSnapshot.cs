namespace MCU.Integration.Pipeline.Definitions;

/// <summary>
/// The text of a draft at the moment when an instance was started on it. Drafts are saved in place: without it the instance would go on with another
/// workflow than it began with.
/// </summary>
/// <param name="Hash">Content hash of the draft; the key.</param>
/// <param name="VersionId">The version that was the draft.</param>
public sealed record DefinitionSnapshot(string Hash, string DefinitionId, string VersionId, int Version, string Body);
