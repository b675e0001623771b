using System.Reflection;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities;

/// <summary>An output as an activity class declares it.</summary>
public sealed class ActivityOutput
{
    private readonly PropertyInfo _property;
    private readonly object _handle;

    internal ActivityOutput(PropertyInfo property)
    {
        _property = property;
        Attribute = property.GetCustomAttribute<OutputAttribute>()!;
        ValueType = property.PropertyType.GetGenericArguments()[0];
        JsonName = Casing.Camel(Name);
        _handle = Activator.CreateInstance(property.PropertyType, BindingFlags.NonPublic | BindingFlags.Instance, null, [Name], null)!;
    }

    /// <summary>The name in descriptors.</summary>
    public string Name => _property.Name;

    /// <summary>The property in definitions.</summary>
    public string JsonName { get; }

    /// <summary>The type of its value.</summary>
    public Type ValueType { get; }

    /// <summary>The attribute of the property.</summary>
    public OutputAttribute Attribute { get; }

    internal void Bind(Activity activity) => _property.SetValue(activity, _handle);
}
