using System.Data.Common;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.CrashHost;

/// <summary>Dies before or after a commit.</summary>
internal sealed class CrashingGate(ICommitGate inner, Crash crash) : ICommitGate
{
    public Task PassAsync(DbTransaction transaction, CancellationToken cancellation) => crash.PassAsync(KillAt.Commit, "", async () =>
    {
        await inner.PassAsync(transaction, cancellation);
        return true;
    });
}
