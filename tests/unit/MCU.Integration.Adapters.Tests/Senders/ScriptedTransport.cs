using System.Collections.Concurrent;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Deliveries;

namespace MCU.Integration.Adapters.Tests.Senders;

/// <summary>A transport that does what the test says and keeps a log.</summary>
public sealed class ScriptedTransport : IOutboundTransport
{
    public ConcurrentQueue<OutboundDocument> Log { get; } = new();

    public Func<OutboundDocument, CancellationToken, Task<DeliveryOutcome>> Deliver { get; set; } = (_, _) => Task.FromResult(Done());

    public static DeliveryOutcome Done() => new(StepOutcome.Done(null, 200), "step", "ext-1", null);

    public static DeliveryOutcome Ended(StepOutcomeKind kind, string error, TimeSpan? retryAfter = null) => new(new(kind, null, null, error, retryAfter), "step", null, null);

    public Task<DeliveryOutcome> DeliverAsync(OutboundDocument document, Func<StepRecord, CancellationToken, Task<bool>> stepDone, CancellationToken cancellation)
    {
        Log.Enqueue(document);
        return Deliver(document, cancellation);
    }
}
