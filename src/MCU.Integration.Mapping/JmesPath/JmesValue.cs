using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Mapping.JmesPath;

/// <summary>
/// A value during evaluation: a piece of the document as it was parsed (numbers keep their digits, dates stay text), or something computed.
/// Computed arrays are <see cref="JmesValue"/>[], objects are lists of pairs, numbers are <see cref="decimal"/>.
/// </summary>
internal readonly struct JmesValue
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonElement _element;
    private readonly object? _computed;

    private JmesValue(JmesKind kind, object? computed)
    {
        Kind = kind;
        _computed = computed;
    }

    public JmesValue(JsonElement element)
    {
        _element = element;
        Kind = element.ValueKind switch
        {
            JsonValueKind.Object => JmesKind.Object,
            JsonValueKind.Array => JmesKind.Array,
            JsonValueKind.String => JmesKind.Text,
            JsonValueKind.Number => JmesKind.Number,
            JsonValueKind.True or JsonValueKind.False => JmesKind.Boolean,
            _ => JmesKind.Null,
        };
    }

    public static JmesValue Null => default;

    public JmesKind Kind { get; }

    public bool IsNull => Kind == JmesKind.Null;

    /// <summary>JMESPath: null, false and whatever is empty are false; the number 0 is true.</summary>
    public bool IsTrue => Kind switch
    {
        JmesKind.Null => false,
        JmesKind.Boolean => Boolean,
        JmesKind.Text => Text.Length > 0,
        JmesKind.Array => Count > 0,
        JmesKind.Object => _computed is List<KeyValuePair<string, JmesValue>> pairs ? pairs.Count > 0 : _element.EnumerateObject().MoveNext(),
        _ => true,
    };

    public bool Boolean => _computed is bool boolean ? boolean : _element.ValueKind == JsonValueKind.True;

    public string Text => _computed as string ?? _element.GetString()!;

    /// <exception cref="JmesPathException">Beyond the range of decimals (7.9e28).</exception>
    public decimal Number => _computed is decimal number ? number
        : _element.TryGetDecimal(out var parsed) ? parsed
        : throw new JmesPathException("invalid_value", "A number is out of the range that can be computed with.");

    public JmesNode Expression => (JmesNode)_computed!;

    /// <summary>Items of an array.</summary>
    public int Count => _computed is JmesValue[] items ? items.Length : _element.GetArrayLength();

    public static JmesValue Of(bool value) => new(JmesKind.Boolean, value);

    public static JmesValue Of(decimal value) => new(JmesKind.Number, value);

    public static JmesValue Of(string value) => new(JmesKind.Text, value);

    public static JmesValue Of(JmesValue[] items) => new(JmesKind.Array, items);

    public static JmesValue Of(List<KeyValuePair<string, JmesValue>> properties) => new(JmesKind.Object, properties);

    public static JmesValue Of(JmesNode expression) => new(JmesKind.Expression, expression);

    public JmesValue Property(string name, ReadOnlySpan<byte> utf8Name)
    {
        if (Kind != JmesKind.Object)
        {
            return Null;
        }

        if (_computed is List<KeyValuePair<string, JmesValue>> pairs)
        {
            return pairs.Find(pair => pair.Key == name).Value;
        }

        return _element.TryGetProperty(utf8Name, out var value) ? new(value) : Null;
    }

    public JmesValue Item(int index)
    {
        if (Kind != JmesKind.Array)
        {
            return Null;
        }

        var count = Count;
        index = index < 0 ? index + count : index;
        return index < 0 || index >= count ? Null : _computed is JmesValue[] items ? items[index] : new(_element[index]);
    }

    public JmesValue[] Items() => _computed as JmesValue[] ?? [.. _element.EnumerateArray().Select(item => new JmesValue(item))];

    public List<KeyValuePair<string, JmesValue>> Properties() =>
        _computed as List<KeyValuePair<string, JmesValue>>
        ?? [.. _element.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, new JmesValue(property.Value)))];

    public bool SameAs(JmesValue other)
    {
        if (Kind != other.Kind)
        {
            return false;
        }

        switch (Kind)
        {
            case JmesKind.Null:
                return true;
            case JmesKind.Boolean:
                return Boolean == other.Boolean;
            case JmesKind.Text:
                return string.Equals(Text, other.Text, StringComparison.Ordinal);
            case JmesKind.Number:
                return _computed is null && other._computed is null ? JsonElement.DeepEquals(_element, other._element) : Number == other.Number;
            case JmesKind.Array:
                return Count == other.Count && Items().Zip(other.Items()).All(pair => pair.First.SameAs(pair.Second));
            case JmesKind.Object:
                var mine = Properties();
                var others = other.Properties().ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
                return mine.Count == others.Count && mine.TrueForAll(pair => others.TryGetValue(pair.Key, out var value) && pair.Value.SameAs(value));
            default:
                return ReferenceEquals(_computed, other._computed);
        }
    }

    /// <summary>A node that lives as long as the document does; null for null.</summary>
    public JsonNode? ToNode() => Kind switch
    {
        JmesKind.Null => null,
        JmesKind.Expression => throw new JmesPathException("invalid_type", "An expression reference is not a value."),
        _ when _computed is null => Wrap(_element),
        JmesKind.Boolean => JsonValue.Create(Boolean),
        JmesKind.Number => JsonValue.Create(Number),
        JmesKind.Text => JsonValue.Create(Text),
        JmesKind.Array => new JsonArray([.. Items().Select(item => item.ToNode())]),
        _ => new JsonObject(Properties().Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToNode()))),
    };

    /// <summary>The value as JMESPath's to_string gives it: text as it is, everything else as JSON. Digits of numbers stay.</summary>
    public string ToText() => Kind switch
    {
        JmesKind.Text => Text,
        JmesKind.Null => "null",
        JmesKind.Number => _computed is decimal number ? number.ToString(CultureInfo.InvariantCulture) : _element.GetRawText(),
        _ => ToNode()!.ToJsonString(Plain),
    };

    public string ToJson() => Kind == JmesKind.Text ? JsonSerializer.Serialize(Text, Plain) : ToText();

    public static JsonNode? Wrap(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element),
    };
}
