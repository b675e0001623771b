using MCU.Integration.Pipeline.Deliveries;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>Carries documents to outside systems; implemented in the adapters' room.</summary>
public interface IOutboundTransport
{
    /// <summary>
    /// Runs the operation's steps that are not done yet, in order. <paramref name="stepDone"/> is awaited after each success but the last, before the next step;
    /// it returns false when the lease was lost, and the transport then stops at once.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the step under way may have had its effect.</exception>
    Task<DeliveryOutcome> DeliverAsync(OutboundDocument document, Func<StepRecord, CancellationToken, Task<bool>> stepDone, CancellationToken cancellation);
}
