using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Directory;

/// <summary>A body, institution or branch.</summary>
public sealed record DirectoryBody
{
    /// <summary>Key, unique in the directory.</summary>
    public required string Key { get; init; }

    /// <summary>Full name.</summary>
    public required string Title { get; init; }

    /// <summary>Short name for lists; null: the full one.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>What it is.</summary>
    public required BodyKind Kind { get; init; }

    /// <summary>Key of the body above it.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether cases may be given to it. Default: true.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Ids in outside systems.</summary>
    public ValueList<ExternalIdentity> Ids { get; init; }

    /// <summary>Its posts.</summary>
    public ValueList<DirectoryExecutor> Executors { get; init; }
}
