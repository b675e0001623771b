namespace MCU.Integration.Mapping.CodeLists;

/// <param name="Left">Code in the left vocabulary; null = the right one has deliberately no counterpart.</param>
/// <param name="Name">What people call it (Russian).</param>
public sealed record CodeListEntry(string? Left, string? Right, string? Name, CodeDirection Direction);
