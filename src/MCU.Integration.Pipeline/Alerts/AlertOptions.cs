using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Pipeline.Alerts;

/// <summary>When the hub draws somebody's attention.</summary>
public sealed class AlertOptions
{
    public const string Section = "Hub:Alerts";

    /// <summary>A delivery that is not over after so long is an alert. <value>The default is 30 minutes.</value></summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan DeliveryAge { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A system that answers nothing but failures for so long is an alert. <value>The default is 10 minutes.</value></summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan NoAnswer { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often causes are looked at, in seconds. <value>The default is 30.</value></summary>
    [Range(5, 59)]
    public int WatchSeconds { get; set; } = 30;
}
