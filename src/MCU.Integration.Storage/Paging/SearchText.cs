namespace MCU.Integration.Storage.Paging;

/// <summary>What a person typed, as a pattern for <c>lower(column) like @pattern escape '\'</c>.</summary>
internal static class SearchText
{
    /// <summary>Null when nothing was typed.</summary>
    public static string? Contains(string? term) => string.IsNullOrWhiteSpace(term)
        ? null
        : $"%{term.Trim().ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
