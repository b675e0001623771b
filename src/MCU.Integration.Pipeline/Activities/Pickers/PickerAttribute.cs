namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>Makes the designer offer choices from the active set for an input. A list input takes several of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PickerAttribute(PickerKind kind) : Attribute
{
    public PickerKind Kind { get; } = kind;

    /// <summary>The input whose value narrows the choice, such as the adapter whose operations are offered.</summary>
    public string? NarrowedBy { get; set; }

    /// <summary>Whether nothing may be chosen as well.</summary>
    public bool IsOptional { get; set; }
}
