namespace MCU.Integration.Pipeline.Content;

/// <summary>What was published together. The one with the highest id is active.</summary>
public sealed record ActiveSetRow(long Id, string Author, string? Comment, DateTimeOffset CreatedAt);
