using System.Data.Common;

namespace MCU.Integration.Storage.Database;

/// <summary>
/// The one place where a transaction becomes durable. Crash tests decorate it and kill the process before or after the k-th commit,
/// so nothing may commit beside it (an architecture test reads the sources).
/// </summary>
public interface ICommitGate
{
    /// <summary>Commits; returns when the transaction is durable.</summary>
    Task PassAsync(DbTransaction transaction, CancellationToken cancellation);
}
