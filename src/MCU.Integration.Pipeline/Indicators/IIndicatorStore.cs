namespace MCU.Integration.Pipeline.Indicators;

/// <summary>Rows of the heat map as they were counted last. They are written by the committer.</summary>
public interface IIndicatorStore
{
    /// <summary>Rows of a dataset whose period begins on a day or later, oldest period first.</summary>
    Task<IReadOnlyList<StoredIndicator>> OfDatasetAsync(string dataset, DateOnly from, CancellationToken cancellation);

    /// <summary>Rows by their keys, in no order; unknown keys are left out.</summary>
    Task<IReadOnlyList<StoredIndicator>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation);
}
