using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Directory;

/// <summary>A post that works on cases; posts, not persons, so that the file holds no personal data.</summary>
public sealed record DirectoryExecutor
{
    /// <summary>Key, unique in the body.</summary>
    public required string Key { get; init; }

    /// <summary>Title of the post.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the executor of the same body who stands in during an absence.</summary>
    public string? Substitute { get; init; }

    /// <summary>First local day of the absence.</summary>
    public DateOnly? AbsentFrom { get; init; }

    /// <summary>Last local day of the absence; null: until further notice.</summary>
    public DateOnly? AbsentTo { get; init; }

    /// <summary>Ids in outside systems.</summary>
    public ValueList<ExternalIdentity> Ids { get; init; }

    /// <summary>Whether the post is vacant or its holder away on a date.</summary>
    public bool IsAbsentOn(DateOnly date) => AbsentFrom is { } first && date >= first && (AbsentTo is not { } last || date <= last);
}
