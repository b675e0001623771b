using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>The burst cannot be computed yet (an outside record is not known so far): nothing is written, the item is tried again later.</summary>
public sealed class PostponeException(string reasonCode, TimeSpan delay) : Exception(reasonCode), IInfrastructureFault
{
    /// <summary>Stable code, shown while the item waits.</summary>
    public string ReasonCode { get; } = reasonCode;

    public TimeSpan Delay { get; } = delay;
}
