using System.Globalization;
using System.Text.Json;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Tolerant reads of canonical documents: absent, null and of another type are the same.</summary>
internal static class CanonicalReading
{
    public static string? Text(this JsonElement element, string property) =>
        element.Child(property) is { } child
            ? child.ValueKind switch
            {
                JsonValueKind.String when child.GetString() is { Length: > 0 } text => text,
                JsonValueKind.Number => child.GetRawText(),
                _ => null,
            }
            : null;

    public static JsonElement? Child(this JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var child) && child.ValueKind != JsonValueKind.Null ? child : null;

    public static DateTimeOffset? Instant(this JsonElement element, string property) =>
        DateTimeOffset.TryParse(element.Text(property), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>An instant, or the last second of a bare date in the zone.</summary>
    public static DateTimeOffset? Deadline(this JsonElement element, string property, TimeZoneInfo zone)
    {
        if (!DateOnly.TryParseExact(element.Text(property), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return element.Instant(property);
        }

        var end = date.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(end, zone.GetUtcOffset(end));
    }

    public static double? Number(this JsonElement element, string property) =>
        element.Child(property) is { ValueKind: JsonValueKind.Number } child && child.TryGetDouble(out var number) ? number : null;

    public static int? Integer(this JsonElement element, string property) =>
        element.Child(property) is { ValueKind: JsonValueKind.Number } child && child.TryGetInt32(out var number) ? number : null;

    public static bool Flag(this JsonElement element, string property) => element.Child(property) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string property) =>
        element.Child(property) is { ValueKind: JsonValueKind.Array } child ? child.EnumerateArray() : [];
}
