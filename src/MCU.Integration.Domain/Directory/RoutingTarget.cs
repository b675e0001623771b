namespace MCU.Integration.Domain.Directory;

/// <summary>Where a route leads in an outside system.</summary>
public sealed record RoutingTarget
{
    /// <summary>The body that was asked for.</summary>
    public required DirectoryBody Body { get; init; }

    /// <summary>The executor, or who stands in.</summary>
    public DirectoryExecutor? Executor { get; init; }

    /// <summary>Whether <see cref="Executor"/> stands in for the one who was asked for.</summary>
    public bool IsSubstitute { get; init; }

    /// <summary>Id of the body in the outside system.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Key of the body above whose id it is, when the body has none of its own.</summary>
    public string? InheritedFrom { get; init; }

    /// <summary>Id of the executor in the outside system, if there is one.</summary>
    public string? ExecutorExternalId { get; init; }
}
