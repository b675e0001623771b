using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>How work items are computed.</summary>
public sealed class BurstOptions
{
    /// <summary>Items claimed in one round trip. <value>The default is 64.</value></summary>
    [Range(1, 1000)]
    public int ClaimBatch { get; set; } = 64;

    /// <summary>Items under way at once, waiting for their commit included. <value>The default is 256.</value></summary>
    [Range(1, 10_000)]
    public int MaxUnderWay { get; set; } = 256;

    /// <summary>Pause after a claim that emptied the queue of several items: the next ones gather meanwhile. <value>The default is 5 milliseconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan GatherPause { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long a node may keep an item before another takes it. <value>The default is 1 minute.</value></summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait between two looks at the queue when nothing woke the node. <value>The default is 1 second.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Attempts after which an item that always fails for reasons of the infrastructure is dead. <value>The default is 30.</value></summary>
    [Range(1, 1000)]
    public int MaxAttempts { get; set; } = 30;

    /// <summary>Times that a conflicting burst is computed again at once before the item goes back to the queue. <value>The default is 5.</value></summary>
    [Range(0, 100)]
    public int MaxRecomputations { get; set; } = 5;

    /// <summary>How long a status waits for an outside record that is not known yet (its creation may still be on the way). <value>The default is 10 minutes.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan UnknownRecordPatience { get; set; } = TimeSpan.FromMinutes(10);
}
