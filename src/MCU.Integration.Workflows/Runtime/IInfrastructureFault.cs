namespace MCU.Integration.Workflows.Runtime;

/// <summary>
/// Marks an exception of the host (database away, lease lost …) that is no activity's fault: it leaves the burst untouched,
/// nothing is committed, and the work is tried again.
/// </summary>
public interface IInfrastructureFault;
