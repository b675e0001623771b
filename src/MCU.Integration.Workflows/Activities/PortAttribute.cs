namespace MCU.Integration.Workflows.Activities;

/// <summary>Marks a port that holds an activity: a property of type <see cref="Runtime.ActivityNode"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PortAttribute : Attribute
{
    /// <summary>What the designer shows; the property name by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Whether the designer shows the port.</summary>
    public bool IsBrowsable { get; set; } = true;
}
