using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Hub.Settings;

/// <summary>What the leading node does from time to time.</summary>
public sealed class ScheduleOptions
{
    public const string Section = "Hub:Schedules";

    /// <summary>How often the ledger's deltas are folded into its base, and changes placed in the feed, in seconds. <value>The default is 10.</value></summary>
    [Range(1, 59)]
    public int LedgerCompactionSeconds { get; set; } = 10;

    /// <summary>How long a node keeps the lead without a sign of life. <value>The default is 30 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan LeaderLease { get; set; } = TimeSpan.FromSeconds(30);
}
