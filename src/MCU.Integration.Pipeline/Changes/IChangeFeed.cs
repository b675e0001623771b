namespace MCU.Integration.Pipeline.Changes;

/// <summary>
/// What changed, in the order in which it became visible. Whoever has read up to a sequence has missed nothing before it, however late and on whichever node
/// a transaction commits. Of a subject's changes only the last is kept, so the feed is as long as there are subjects, and a cursor never grows too old.
/// </summary>
public interface IChangeFeed
{
    /// <param name="after">Sequence that was read last; 0 = from the beginning.</param>
    Task<IReadOnlyList<ChangeEntry>> ReadAsync(ChangeTopic topic, long after, int max, CancellationToken cancellation);

    /// <summary>Gives committed changes their sequence; reading does so too. Keeps the feed short when nobody reads it.</summary>
    /// <returns>How many changes were placed.</returns>
    Task<int> PlaceAsync(CancellationToken cancellation);
}
