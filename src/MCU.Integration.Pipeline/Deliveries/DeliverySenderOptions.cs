using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>How deliveries are sent; section <c>Hub:Deliveries</c>. How often and how fast one adapter is tried stands in its manifest.</summary>
public sealed class DeliverySenderOptions
{
    public const string Section = "Hub:Deliveries";

    /// <summary>Longest wait between two looks at the queue when nothing woke the sender. <value>The default is 1 second.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Shortest time between two looks, and between two claims of a busy adapter, so that many deliveries share a query. <value>The default is 10 milliseconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan MinPause { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Most deliveries of one adapter claimed in one round trip. <value>The default is 64.</value></summary>
    [Range(1, 1000)]
    public int ClaimBatch { get; set; } = 64;

    /// <summary>Shortest lease; grows with the adapter's attempt timeout. A delivery stops by itself before its lease runs out. <value>The default is 1 minute.</value></summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What stays of a lease for writing the end of the attempt. <value>The default is 5 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan LeaseReserve { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping hub waits for deliveries under way. <value>The default is 10 seconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan StopPatience { get; set; } = TimeSpan.FromSeconds(10);
}
