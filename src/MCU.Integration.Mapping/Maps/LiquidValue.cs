using System.Text;
using DotLiquid;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>An object of the document as Liquid sees it: read-only, converted only where the template looks.</summary>
internal sealed class LiquidValue : IIndexable, ILiquidizable
{
    private readonly JmesValue _value;

    private LiquidValue(JmesValue value) => _value = value;

    public object? this[object key] => key is string name ? Of(Property(name)) : null;

    public static object? Of(JmesValue value) => value.Kind switch
    {
        JmesKind.Boolean => value.Boolean,
        JmesKind.Number => value.Number,
        JmesKind.Text => value.Text,
        JmesKind.Array => Array.ConvertAll(value.Items(), Of),
        JmesKind.Object => new LiquidValue(value),
        _ => null,
    };

    // A property that is null reads like one that is not there.
    public bool ContainsKey(object key) => key is string name && !Property(name).IsNull;

    public object ToLiquid() => this;

    public override string ToString() => "";

    private JmesValue Property(string name) => _value.Property(name, Encoding.UTF8.GetBytes(name));
}
