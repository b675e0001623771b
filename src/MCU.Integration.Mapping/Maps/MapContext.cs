using System.Globalization;
using System.Text.Json;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>What the hub knows beside the source document; expressions see it as <c>$context</c>.</summary>
/// <param name="now">The instant of this run, <c>$context.now</c>; the same in every expression.</param>
/// <param name="zone">Of dates without an offset, <c>$context.zone</c>; a map may name another.</param>
/// <param name="values">Further properties of <c>$context</c>; undefined or an object.</param>
public sealed class MapContext(DateTimeOffset now, TimeZoneInfo zone, JsonElement values = default)
{
    private JmesValue? _value;

    public DateTimeOffset Now { get; } = now;

    public TimeZoneInfo Zone { get; } = zone;

    public JsonElement Values { get; } = values;

    /// <summary>Told of every code that is looked up; unknown codes are worth an alert even where the policy lets them pass.</summary>
    public Action<CodeUse>? CodeUsed { get; init; }

    internal JmesValue ToValue()
    {
        if (_value is { } known)
        {
            return known;
        }

        var now = Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
        var properties = new List<KeyValuePair<string, JmesValue>> { new("now", JmesValue.Of(now)), new("zone", JmesValue.Of(Zone.Id)) };
        if (Values.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in Values.EnumerateObject().Where(property => property.Name is not ("now" or "zone")))
            {
                properties.Add(new(property.Name, new(property.Value)));
            }
        }

        var value = JmesValue.Of(properties);
        _value = value;
        return value;
    }
}
