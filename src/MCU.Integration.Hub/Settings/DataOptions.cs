using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Hub.Settings;

/// <summary>Where the hub keeps what does not lie in the database.</summary>
public sealed class DataOptions
{
    public const string Section = "Hub";

    /// <summary>Folder of keys, attachments and the embedded database. <value>The default is <c>data</c> beside the project in Development, <c>data</c> below the working directory otherwise.</value></summary>
    [Required]
    public string DataDirectory { get; set; } = "data";
}
