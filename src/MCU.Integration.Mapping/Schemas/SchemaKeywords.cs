using MCU.Integration.Mapping.Schemas.Keywords;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>The keywords that schemas may use, for documentation and tests.</summary>
public static class SchemaKeywords
{
    public static IReadOnlyCollection<string> Supported { get; } = [.. KeywordTable.All.Keys.Order(StringComparer.Ordinal)];

    public static IReadOnlyCollection<string> Formats { get; } = [.. TextFormats.All.Keys.Order(StringComparer.Ordinal)];
}
