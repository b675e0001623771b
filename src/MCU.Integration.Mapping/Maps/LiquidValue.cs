using DotLiquid;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>An object of the document as Liquid sees it: read-only, converted only where the template looks.</summary>
internal sealed class LiquidValue : IIndexable, ILiquidizable
{
    private readonly Dictionary<string, JmesValue> _properties;

    private LiquidValue(JmesValue value) => _properties = value.Properties().ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    public object? this[object key] => key is string name && _properties.TryGetValue(name, out var value) ? Of(value) : null;

    public static object? Of(JmesValue value) => value.Kind switch
    {
        JmesKind.Boolean => value.Boolean,
        JmesKind.Number => value.Number,
        JmesKind.Text => value.Text,
        JmesKind.Array => Array.ConvertAll(value.Items(), Of),
        JmesKind.Object => new LiquidValue(value),
        _ => null,
    };

    public bool ContainsKey(object key) => key is string name && _properties.ContainsKey(name);

    public object ToLiquid() => this;

    public override string ToString() => "";
}
