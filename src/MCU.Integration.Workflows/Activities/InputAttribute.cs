namespace MCU.Integration.Workflows.Activities;

/// <summary>
/// Marks an input. A property of type <see cref="Input{T}"/> takes an expression; any other property is read from the definition
/// as it stands (a raw input).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>What the designer shows; the spaced property name by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence for the designer.</summary>
    public string? Description { get; set; }

    /// <summary>The group in the property pane.</summary>
    public string? Category { get; set; }

    /// <summary>The position in the property pane.</summary>
    public float Order { get; set; }

    /// <summary>The editor; derived from the type by default.</summary>
    public string? UIHint { get; set; }

    /// <summary>The choices of a dropdown, checklist or radio list (an enum's names by default), the language of a code editor, or the fixed outcomes.</summary>
    public string[] Options { get; set; } = [];

    /// <summary>The name of a list of choices that the host knows (<c>content-types</c>, <c>channels</c>), instead of <see cref="Options"/>.</summary>
    public string? OptionsFrom { get; set; }

    /// <summary>The type that the designer is told, if it is not that of the property.</summary>
    public string? TypeName { get; set; }

    /// <summary>The value when the definition gives none, as JSON-compatible scalar or as JSON text for structures.</summary>
    public object? DefaultValue { get; set; }

    /// <summary>The expression type that the designer starts with; Literal by default.</summary>
    public string? DefaultSyntax { get; set; }

    /// <summary>Whether the runtime evaluates it before the activity runs; otherwise the activity asks for it.</summary>
    public bool AutoEvaluate { get; set; } = true;

    /// <summary>Whether the property pane shows it.</summary>
    public bool IsBrowsable { get; set; } = true;

    /// <summary>Whether its value is a secret that no record shows.</summary>
    public bool IsSensitive { get; set; }
}
