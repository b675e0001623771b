using System.Reflection;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities;

/// <summary>An embedded port as an activity class declares it: one activity, or the children of a container.</summary>
public sealed class ActivityPort
{
    private readonly PropertyInfo _property;

    internal ActivityPort(PropertyInfo property)
    {
        _property = property;
        Attribute = property.GetCustomAttribute<PortAttribute>()!;
        IsList = property.PropertyType != typeof(ActivityNode);
        JsonName = Casing.Camel(Name);
    }

    /// <summary>The name in descriptors.</summary>
    public string Name => _property.Name;

    /// <summary>The property in definitions.</summary>
    public string JsonName { get; }

    /// <summary>Whether it holds a list, which the designer does not draw as a port.</summary>
    public bool IsList { get; }

    /// <summary>The attribute of the property.</summary>
    public PortAttribute Attribute { get; }

    internal void Bind(Activity activity, ActivityNode node)
    {
        var children = node.Children.Where(child => child.Port == JsonName).ToList();
        _property.SetValue(activity, IsList ? children : children.FirstOrDefault());
    }
}
