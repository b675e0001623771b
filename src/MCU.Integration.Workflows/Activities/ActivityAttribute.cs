namespace MCU.Integration.Workflows.Activities;

/// <summary>Makes a class an activity of the designer's toolbox.</summary>
/// <param name="ns">The prefix of its type name, e.g. <c>Elsa</c> or <c>Mcu</c>.</param>
/// <param name="category">The toolbox group.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute(string ns, string category) : Attribute
{
    /// <summary>The prefix of the type name.</summary>
    public string Namespace { get; } = ns;

    /// <summary>The toolbox group.</summary>
    public string Category { get; } = category;

    /// <summary>The type name without prefix; the class name by default.</summary>
    public string? Name { get; set; }

    /// <summary>The version of the activity type, from 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>What the designer shows; the spaced name by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence for the designer.</summary>
    public string? Description { get; set; }

    /// <summary>How the activity is used.</summary>
    public ActivityKind Kind { get; set; }

    /// <summary>Whether the toolbox shows it.</summary>
    public bool IsBrowsable { get; set; } = true;

    /// <summary>Whether it holds other activities.</summary>
    public bool IsContainer { get; set; }

    /// <summary>Whether it has no inbound port.</summary>
    public bool IsStart { get; set; }

    /// <summary>Whether it has no outbound port and ends its container.</summary>
    public bool IsTerminal { get; set; }

    /// <summary>The kind of resilience strategies that the designer offers for it.</summary>
    public string? ResilienceCategory { get; set; }

    /// <summary>The named outcomes, if they are not just <c>Done</c>.</summary>
    public string[] Outcomes { get; set; } = [];
}
