namespace MCU.Integration.Pipeline.Paging;

/// <summary>One page of a list. <paramref name="Next"/> is an opaque cursor, null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
