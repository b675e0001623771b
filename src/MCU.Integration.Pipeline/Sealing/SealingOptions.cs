using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Pipeline.Sealing;

/// <summary>Where the master keys lie.</summary>
public sealed class SealingOptions
{
    /// <summary>Path of the key file; nodes that share a database share its content. <value>The default is <c>keys/hub.keys</c> below the data directory.</value></summary>
    [Required]
    public string KeyFile { get; set; } = "";
}
