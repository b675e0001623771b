using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Adapters.Imports;

/// <summary>Tables handed in as files; section <c>Hub:Imports</c>.</summary>
public sealed class ImportOptions
{
    public const string Section = "Hub:Imports";

    /// <summary>Largest file, in bytes. <value>The default is 20 MiB.</value></summary>
    [Range(1024, 104_857_600)]
    public int MaxBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Most rows of a table. <value>The default is 100,000.</value></summary>
    [Range(1, 1_000_000)]
    public int MaxRows { get; set; } = 100_000;

    /// <summary>Adapter → import → folder in which files are looked for. <value>The default is none.</value></summary>
    public Dictionary<string, Dictionary<string, string>> Folders { get; set; } = [];

    /// <summary>How often the folders are looked into; a file that is younger is still being written. <value>The default is 5 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);
}
