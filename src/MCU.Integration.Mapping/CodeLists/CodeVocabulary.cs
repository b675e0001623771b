namespace MCU.Integration.Mapping.CodeLists;

/// <summary>One side of a code list.</summary>
public sealed record CodeVocabulary(string Name, string? Title);
