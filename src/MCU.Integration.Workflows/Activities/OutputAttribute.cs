namespace MCU.Integration.Workflows.Activities;

/// <summary>Marks an output: a property of type <see cref="Output{T}"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>What the designer shows; the spaced property name by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence for the designer.</summary>
    public string? Description { get; set; }

    /// <summary>The type that the designer is told, if it is not that of the property.</summary>
    public string? TypeName { get; set; }

    /// <summary>Whether Elsa can keep the value in a variable of its server; only the designer is told.</summary>
    public bool IsSerializable { get; set; } = true;
}
