using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Adapters.Feeds;

/// <summary>How feeds are polled; section <c>Hub:Feeds</c>. How often each is read stands in its manifest.</summary>
public sealed class FeedOptions
{
    public const string Section = "Hub:Feeds";

    /// <summary>How long a node keeps a feed to itself without a sign of life. <value>The default is 30 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);
}
