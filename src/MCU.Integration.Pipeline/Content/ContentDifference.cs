namespace MCU.Integration.Pipeline.Content;

/// <summary>What differs between the active set and files.</summary>
public sealed record ContentDifference(IReadOnlyList<(ContentKind Kind, string Key)> Changed, IReadOnlyList<(ContentKind Kind, string Key)> Removed)
{
    public static ContentDifference None { get; } = new([], []);

    public bool IsEmpty => Changed.Count == 0 && Removed.Count == 0;
}
