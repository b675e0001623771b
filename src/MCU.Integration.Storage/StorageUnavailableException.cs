using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Storage;

/// <summary>
/// The database cannot be used now: disk full, read-only, connection lost, shut down. Nothing of the transaction was kept
/// (after a connection lost during the commit itself it may have been: guards and dedup keys make a repetition harmless).
/// </summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner), IInfrastructureFault;
