using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Pipeline.Intake;

/// <summary>Limits at the hub's border.</summary>
public sealed class IntakeOptions
{
    /// <summary>Largest document, in bytes. <value>The default is 1 MiB.</value></summary>
    [Range(1024, 104_857_600)]
    public int MaxBytes { get; set; } = 1024 * 1024;

    /// <summary>Deepest nesting of a document. <value>The default is 64.</value></summary>
    [Range(4, 256)]
    public int MaxDepth { get; set; } = 64;
}
