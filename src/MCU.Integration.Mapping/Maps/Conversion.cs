using System.Globalization;
using MCU.Integration.Mapping.JmesPath;
using MCU.Integration.Mapping.Schemas.Keywords;

namespace MCU.Integration.Mapping.Maps;

/// <summary>Converts values (<c>as</c>). What already has the wanted form stays letter by letter.</summary>
internal static class Conversion
{
    private const string IsoInstant = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    private static readonly string[] LocalFormats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>The converted value; null when the value cannot be read so.</summary>
    public static JmesValue? Convert(JmesValue value, ConvertTo to, string? format, TimeZoneInfo zone) => to switch
    {
        ConvertTo.Text => ToText(value),
        ConvertTo.Integer => ToNumber(value) is { } number && number.Number == decimal.Truncate(number.Number) ? JmesValue.Of(decimal.Truncate(number.Number)) : null,
        ConvertTo.Number => ToNumber(value),
        ConvertTo.Boolean => ToBoolean(value),
        ConvertTo.Date => ToDate(value, format, zone),
        _ => ToInstant(value, format, zone),
    };

    private static JmesValue? ToText(JmesValue value) => value.Kind switch
    {
        JmesKind.Text => value,
        JmesKind.Number => JmesValue.Of(value.ToText()),
        JmesKind.Boolean => JmesValue.Of(value.Boolean ? "true" : "false"),
        _ => null,
    };

    private static JmesValue? ToNumber(JmesValue value)
    {
        if (value.Kind != JmesKind.Text)
        {
            return value.Kind == JmesKind.Number ? value : null;
        }

        // Russian systems write decimals with a comma.
        var text = value.Text.Trim();
        text = text.Contains('.', StringComparison.Ordinal) ? text : text.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JmesValue.Of(number)
            : null;
    }

    private static JmesValue? ToBoolean(JmesValue value)
    {
        if (value.Kind == JmesKind.Boolean)
        {
            return value;
        }

        var word = value.Kind is JmesKind.Text or JmesKind.Number ? value.ToText().Trim().ToLowerInvariant() : null;
        return word switch
        {
            "true" or "1" or "да" => JmesValue.Of(true),
            "false" or "0" or "нет" => JmesValue.Of(false),
            _ => null,
        };
    }

    private static JmesValue? ToDate(JmesValue value, string? format, TimeZoneInfo zone)
    {
        if (format is null && value.Kind == JmesKind.Text && TextFormats.All["date"](value.Text))
        {
            return value;
        }

        return Read(value, format, zone) is { } instant
            ? JmesValue.Of(TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : null;
    }

    private static JmesValue? ToInstant(JmesValue value, string? format, TimeZoneInfo zone)
    {
        if (format is null && value.Kind == JmesKind.Text && TextFormats.All["date-time"](value.Text))
        {
            return value;
        }

        return Read(value, format, zone) is { } instant ? JmesValue.Of(instant.ToString(IsoInstant, CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>The instant that a text or number means; what has no offset is local time of the zone.</summary>
    public static DateTimeOffset? Read(JmesValue value, string? format, TimeZoneInfo zone)
    {
        if (format is "unix" or "unix-ms")
        {
            return Epoch(value, format == "unix" ? 1000 : 1, zone);
        }

        if (value.Kind != JmesKind.Text)
        {
            return null;
        }

        var text = value.Text.Trim();
        if (format is null
            && TextFormats.All["date-time"](text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return instant;
        }

        if (format is not null && HasOffset(format))
        {
            return DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact) ? exact : null;
        }

        return DateTime.TryParseExact(text, format is null ? LocalFormats : [format], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? At(local, zone)
            : null;
    }

    private static DateTimeOffset? At(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(local);
        var utcTicks = local.Ticks - offset.Ticks;
        return utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks ? null : new(local, offset);
    }

    private static DateTimeOffset? Epoch(JmesValue value, int factor, TimeZoneInfo zone)
    {
        if (ToNumber(value) is not { } number || Math.Abs(number.Number) > 253402300799999m / factor)
        {
            return null;
        }

        var instant = DateTimeOffset.FromUnixTimeMilliseconds((long)(number.Number * factor));
        return TimeZoneInfo.ConvertTime(instant, zone);
    }

    private static bool HasOffset(string format) => format.AsSpan().IndexOfAny('z', 'K') >= 0;
}
