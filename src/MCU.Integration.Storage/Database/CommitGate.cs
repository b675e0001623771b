using System.Data.Common;

namespace MCU.Integration.Storage.Database;

internal sealed class CommitGate : ICommitGate
{
    public Task PassAsync(DbTransaction transaction, CancellationToken cancellation) => transaction.CommitAsync(cancellation);
}
