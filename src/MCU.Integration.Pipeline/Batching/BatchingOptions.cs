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

    /// <summary>Entries that may queue before callers wait. <value>The default is 4096.</value></summary>
    [Range(1, 1_000_000)]
    public int Capacity { get; set; } = 4096;
}
