namespace MCU.Integration.Pipeline.Paging;

/// <param name="Cursor">What the previous page returned as next; null for the first page.</param>
/// <param name="Size">1 to 500.</param>
public sealed record PageRequest(string? Cursor = null, int Size = 50);
