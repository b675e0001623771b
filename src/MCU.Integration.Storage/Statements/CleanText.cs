namespace MCU.Integration.Storage.Statements;

/// <summary>PostgreSQL refuses U+0000 in text, and one such value would refuse the whole batch; raw bodies, which are bytes, keep it.</summary>
internal static class CleanText
{
    public static string? Of(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
}
