using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace MCU.Integration.Workflows.Activities;

/// <summary>
/// The activity types that workflows may use. Fill it at start-up; afterwards it is only read, from any thread.
/// </summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<(string TypeName, int Version), ActivityType> _types = [];

    /// <summary>All types, in order of registration.</summary>
    public IReadOnlyCollection<ActivityType> Types => _types.Values;

    /// <summary>A registry with the activities of this assembly.</summary>
    public static ActivityRegistry CreateDefault() => new ActivityRegistry().AddAssembly(typeof(ActivityRegistry).Assembly);

    /// <summary>Adds every public class with an <see cref="ActivityAttribute"/> of an assembly; each needs a parameterless constructor.</summary>
    public ActivityRegistry AddAssembly(Assembly assembly)
    {
        var found = assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(Activity)) && type.IsDefined(typeof(ActivityAttribute), inherit: false))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);

        foreach (var type in found)
        {
            Add(new ActivityType(type, null));
        }

        return this;
    }

    /// <summary>Adds one activity class.</summary>
    /// <param name="factory">Makes the object of a node, e.g. from a container; the parameterless constructor by default.</param>
    public ActivityRegistry Add<T>(Func<T>? factory = null)
        where T : Activity
    {
        Add(new ActivityType(typeof(T), factory));
        return this;
    }

    /// <summary>Finds a type by its name and version in a definition.</summary>
    public bool TryGet(string typeName, int version, [NotNullWhen(true)] out ActivityType? type) =>
        _types.TryGetValue((typeName, version), out type);

    private void Add(ActivityType type)
    {
        if (!_types.TryAdd((type.TypeName, type.Version), type))
        {
            throw new InvalidOperationException($"The activity type {type.TypeName} v{type.Version} is registered twice.");
        }
    }
}
