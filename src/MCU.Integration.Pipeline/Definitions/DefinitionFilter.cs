namespace MCU.Integration.Pipeline.Definitions;

/// <summary>Filter of a definition list; null or empty means any.</summary>
public sealed record DefinitionFilter
{
    public IReadOnlyList<string> DefinitionIds { get; init; } = [];

    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Contained, ignoring case, in name, description or either id.</summary>
    public string? SearchTerm { get; init; }

    public bool? IsSystem { get; init; }

    public bool? IsUsableAsActivity { get; init; }

    public VersionOptions Versions { get; init; } = VersionOptions.All;

    /// <summary><c>Name</c>, <c>Created</c> or <c>Version</c>.</summary>
    public string OrderBy { get; init; } = "Name";

    public bool Descending { get; init; }
}
