using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Pipeline.Batching;

/// <summary>How group commit batches.</summary>
public sealed class BatchingOptions
{
    /// <summary>Transactions that may be under way at once. <value>The default is 2; SQLite has one writer and uses 1.</value></summary>
    [Range(1, 16)]
    public int Writers { get; set; } = 2;

    /// <summary>Most entries in one transaction. <value>The default is 256.</value></summary>
    [Range(1, 5000)]
    public int MaxBatch { get; set; } = 256;

    /// <summary>Pause of a writer after a transaction with several entries: the next ones gather meanwhile. <value>The default is 2 milliseconds.</value></summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan GatherPause { get; set; } = TimeSpan.FromMilliseconds(2);

    /// <summary>Entries that may queue before callers wait. <value>The default is 4096.</value></summary>
    [Range(1, 1_000_000)]
    public int Capacity { get; set; } = 4096;
}
