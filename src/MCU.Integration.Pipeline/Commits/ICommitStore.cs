namespace MCU.Integration.Pipeline.Commits;

public interface ICommitStore
{
    /// <summary>
    /// Writes many change sets in one transaction, in order. The guards of each are checked first (rows locked in id order);
    /// a set whose guard fails — also against an earlier set of the batch — is left out whole and reported. One outcome per set, in order.
    /// A unique violation inside the batch makes the store commit its sets one by one, the violating one being a Conflict.
    /// </summary>
    Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<ChangeSet> changeSets, CancellationToken cancellation);
}
