using System.Reflection;

namespace MCU.Integration.Workflows.Activities;

/// <summary>A registered activity class: its names, and how a node of it is made.</summary>
public sealed class ActivityType
{
    private readonly Func<Activity> _factory;

    internal ActivityType(Type type, Func<Activity>? factory)
    {
        Attribute = type.GetCustomAttribute<ActivityAttribute>()
            ?? throw new ArgumentException($"{type.FullName} has no [Activity] attribute.", nameof(type));
        ClrType = type;
        Name = Attribute.Name ?? type.Name;
        TypeName = $"{Attribute.Namespace}.{Name}";
        _factory = factory ?? (() => (Activity)Activator.CreateInstance(type, nonPublic: true)!);

        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        Inputs = [.. properties.Where(p => p.IsDefined(typeof(InputAttribute))).Select(p => new ActivityInput(p))];
        Outputs = [.. properties.Where(p => p.IsDefined(typeof(OutputAttribute))).Select(p => new ActivityOutput(p))];
        Ports = [.. properties.Where(p => p.IsDefined(typeof(PortAttribute))).Select(p => new ActivityPort(p))];
    }

    /// <summary>The attribute of the class.</summary>
    public ActivityAttribute Attribute { get; }

    /// <summary>The class.</summary>
    public Type ClrType { get; }

    /// <summary>The name without prefix.</summary>
    public string Name { get; }

    /// <summary>The name in definitions, e.g. <c>Elsa.WriteLine</c>.</summary>
    public string TypeName { get; }

    /// <summary>The version of the type.</summary>
    public int Version => Attribute.Version;

    /// <summary>Its inputs in declaration order.</summary>
    public IReadOnlyList<ActivityInput> Inputs { get; }

    /// <summary>Its outputs in declaration order.</summary>
    public IReadOnlyList<ActivityOutput> Outputs { get; }

    /// <summary>Its embedded ports in declaration order.</summary>
    public IReadOnlyList<ActivityPort> Ports { get; }

    internal Activity Create() => _factory();
}
