namespace MCU.Integration.Pipeline.Instances;

/// <summary>What lists see of a workflow instance; its state is sealed and read apart. Status words are Elsa's.</summary>
/// <param name="Id">32 lower-case hex digits (UUIDv7) or what an import brought.</param>
/// <param name="RowVersion">Grows with each commit.</param>
public sealed record InstanceRow(
    string Id,
    string DefinitionId,
    string DefinitionVersionId,
    int DefinitionVersion,
    string Status,
    string SubStatus,
    int RowVersion,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public string? Name { get; init; }

    public string? CorrelationId { get; init; }

    public string? ParentInstanceId { get; init; }

    public int IncidentCount { get; init; }

    public bool IsSystem { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The stored draft that it was started on; null for a published version.</summary>
    public string? SnapshotHash { get; init; }
}
