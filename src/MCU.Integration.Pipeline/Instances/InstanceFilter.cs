namespace MCU.Integration.Pipeline.Instances;

/// <summary>Filter of an instance list; null or empty means any.</summary>
public sealed record InstanceFilter
{
    public IReadOnlyList<string> Ids { get; init; } = [];

    public IReadOnlyList<string> DefinitionIds { get; init; } = [];

    public string? DefinitionVersionId { get; init; }

    public string? CorrelationId { get; init; }

    public int? Version { get; init; }

    public IReadOnlyList<string> Statuses { get; init; } = [];

    public IReadOnlyList<string> SubStatuses { get; init; } = [];

    public bool? HasIncidents { get; init; }

    public bool? IsSystem { get; init; }

    public string? SearchTerm { get; init; }

    public IReadOnlyList<TimestampFilter> Timestamps { get; init; } = [];

    /// <summary><c>CreatedAt</c>, <c>UpdatedAt</c>, <c>FinishedAt</c> or <c>Name</c>.</summary>
    public string OrderBy { get; init; } = "CreatedAt";

    public bool Descending { get; init; } = true;
}
