using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Hub.Settings;

/// <summary>Sessions of browsers.</summary>
public sealed class HubSessionOptions
{
    public const string Section = "Hub:Session";

    /// <summary>A session ends after so long without a request. <value>The default is 12 hours.</value></summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan Idle { get; set; } = TimeSpan.FromHours(12);
}
