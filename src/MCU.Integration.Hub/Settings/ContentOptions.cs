using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Hub.Settings;

/// <summary>The files from which content is imported.</summary>
public sealed class ContentOptions
{
    public const string Section = "Hub:Content";

    /// <summary>Folder with <c>adapters/</c>, <c>mappings/</c>, <c>rules/</c> and <c>workflows/</c>. <value>The default is the nearest folder upward that has adapters and workflows; without one nothing is imported.</value></summary>
    public string? Root { get; set; }

    /// <summary>Import at start. <value>The default is true.</value></summary>
    public bool ImportAtStart { get; set; } = true;

    /// <summary>Import again when a file changes. <value>The default is true in Development and false otherwise.</value></summary>
    public bool? Watch { get; set; }

    /// <summary>How long files must be quiet before they are imported again. <value>The default is half a second.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Quiet { get; set; } = TimeSpan.FromMilliseconds(500);
}
