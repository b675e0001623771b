using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>A content file.</summary>
/// <param name="Name">How problems name it, such as its path below the content root.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">UTF-8 JSON.</param>
public sealed record RulesFile(string Name, RulesFileKind Kind, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The kind of a file by its folder, as in <c>rules/calendars/2026.json</c>; false for anything else, <c>$schemas</c> included.</summary>
    public static bool TryGetKind(string path, out RulesFileKind kind)
    {
        kind = default;
        var parts = path.Split('/', '\\');
        return parts.Length >= 2
            && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && EnumWord.TryParse(parts[^2], out kind);
    }
}
