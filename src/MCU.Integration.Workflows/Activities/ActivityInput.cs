using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities;

/// <summary>An input as an activity class declares it.</summary>
public sealed class ActivityInput
{
    private static readonly JsonSerializerOptions RawOptions = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly PropertyInfo _property;

    // A handle carries no state, so that one serves all nodes.
    private readonly object? _handle;

    internal ActivityInput(PropertyInfo property)
    {
        _property = property;
        Attribute = property.GetCustomAttribute<InputAttribute>()!;
        IsWrapped = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Input<>);
        ValueType = IsWrapped ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        JsonName = Casing.Camel(Name);
        Default = Attribute.DefaultValue is null
            ? null
            : ValueConverter.Coerce(JsonSerializer.SerializeToNode(Attribute.DefaultValue, RawOptions), ValueType);
        _handle = IsWrapped
            ? Activator.CreateInstance(property.PropertyType, BindingFlags.NonPublic | BindingFlags.Instance, null, [Name], null)
            : null;
    }

    /// <summary>The name in descriptors.</summary>
    public string Name => _property.Name;

    /// <summary>The property in definitions.</summary>
    public string JsonName { get; }

    /// <summary>Whether it takes an expression.</summary>
    public bool IsWrapped { get; }

    /// <summary>The type of its value.</summary>
    public Type ValueType { get; }

    /// <summary>The attribute of the property.</summary>
    public InputAttribute Attribute { get; }

    /// <summary>The value when the definition gives none.</summary>
    public JsonNode? Default { get; }

    internal void Bind(Activity activity, JsonNode? json)
    {
        if (IsWrapped)
        {
            _property.SetValue(activity, _handle);
        }
        else if (json is not null)
        {
            _property.SetValue(activity, ValueType == typeof(JsonNode) ? json : json.Deserialize(ValueType, RawOptions));
        }
    }
}
