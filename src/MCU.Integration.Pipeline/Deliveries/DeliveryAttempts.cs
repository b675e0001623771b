using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>Carries out one attempt of a claimed delivery and has its end written; ends of many attempts share a transaction.</summary>
public sealed partial class DeliveryAttempts : IAsyncDisposable
{
    private static readonly Counter<long> Attempts = HubTelemetry.Meter.CreateCounter<long>(HubTelemetry.DeliveryAttempts);
    private static readonly Histogram<double> Lag = HubTelemetry.Meter.CreateHistogram<double>(HubTelemetry.DeliveryLag, "s");
    private static readonly UpDownCounter<long> UnderWay = HubTelemetry.Meter.CreateUpDownCounter<long>(HubTelemetry.DeliveriesUnderWay);

    private readonly IDeliveryStore _store;
    private readonly IOutboundTransport _transport;
    private readonly ISealer _sealer;
    private readonly AttemptJudge _judge;
    private readonly AdapterHealth _health;
    private readonly IWakeUp _wakeUp;
    private readonly TimeSpan _leaseReserve;
    private readonly TimeProvider _time;
    private readonly ILogger<DeliveryAttempts> _logger;
    private readonly GroupWriter<DeliveryResult, bool> _writer;

    public DeliveryAttempts(
        IDeliveryStore store,
        IOutboundTransport transport,
        ISealer sealer,
        AttemptJudge judge,
        AdapterHealth health,
        IWakeUp wakeUp,
        IOptions<BatchingOptions> batching,
        IOptions<DeliverySenderOptions> options,
        TimeProvider time,
        ILogger<DeliveryAttempts> logger)
    {
        _store = store;
        _transport = transport;
        _sealer = sealer;
        _judge = judge;
        _health = health;
        _wakeUp = wakeUp;
        _leaseReserve = options.Value.LeaseReserve;
        _time = time;
        _logger = logger;
        _writer = new(store.FinishAsync, 1, batching.Value);
    }

    /// <summary>How the attempt ended; null when that could not be found out or written: the lease runs out and the delivery is claimed again.</summary>
    public async Task<DeliveryOutcome?> RunAsync(LeasedDelivery delivery, AdapterDescription adapter, CancellationToken stopping)
    {
        UnderWay.Add(1, new KeyValuePair<string, object?>("adapter", adapter.Key));
        try
        {
            var startedAt = _time.GetUtcNow();
            var outcome = await DeliverAsync(delivery, stopping);
            await FinishAsync(delivery, adapter, outcome, startedAt, stopping);
            return outcome;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            Log.AttemptBroken(_logger, delivery.Row.Id.Value, adapter.Key, exception);
            return null;
        }
        finally
        {
            UnderWay.Add(-1, new KeyValuePair<string, object?>("adapter", adapter.Key));
        }
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task<DeliveryOutcome> DeliverAsync(LeasedDelivery delivery, CancellationToken stopping)
    {
        byte[] body;
        try
        {
            body = _sealer.Open(SealedPlace.Body(delivery.Row.DocumentId, BodyPart.Raw), delivery.Body);
        }
        catch (SealBrokenException)
        {
            return new(new(StepOutcomeKind.Refused, null, null, "body_erased", null), "", null, null);
        }

        using var document = JsonDocument.Parse(body);

        // Beyond the lease another node may take the delivery: it must be over by then.
        var left = delivery.LeasedUntil - _time.GetUtcNow() - _leaseReserve;
        using var leaseEnd = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, leaseEnd.Token);
        var step = "";
        try
        {
            var outcome = await _transport.DeliverAsync(
                new(delivery.Row, delivery.Row.EffectKey(), document.RootElement, delivery.Row.CaseId, delivery.Steps, delivery.LastOutcomeUnknown),
                (done, cancellation) =>
                {
                    step = done.Name;
                    return _store.RecordStepAsync(delivery.Lease, done, cancellation);
                },
                either.Token);
            return outcome with { HadEffect = step.Length > 0 };
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            Log.LeaseOver(_logger, delivery.Row.Id.Value, step);
            return new(new(StepOutcomeKind.Unknown, null, null, "lease_over", null), "", null, null);
        }
    }

    private async Task FinishAsync(LeasedDelivery delivery, AdapterDescription adapter, DeliveryOutcome outcome, DateTimeOffset startedAt, CancellationToken stopping)
    {
        var now = _time.GetUtcNow();
        var result = _judge.Judge(delivery, adapter, outcome, startedAt, now);
        if (!await _writer.WriteAsync(result, CancellationToken.None))
        {
            Log.LeaseLost(_logger, delivery.Row.Id.Value);
            return;
        }

        var last = outcome.Last;
        Attempts.Add(1, new TagList { { "adapter", adapter.Key }, { "operation", delivery.Row.Operation }, { "outcome", result.Attempt.Outcome } });
        if (result.State == DeliveryState.Delivered)
        {
            Lag.Record((now - delivery.Row.CreatedAt).TotalSeconds, new KeyValuePair<string, object?>("adapter", adapter.Key));
        }
        else
        {
            Log.NotDelivered(_logger, delivery.Row.Id.Value, adapter.Key, delivery.Row.Operation, delivery.Row.Attempts, result.State, last.Error);
        }

        if (result.Outcome is not null)
        {
            _wakeUp.Signal(WakeUpChannel.Work);
        }

        if (last.Kind != StepOutcomeKind.NotTried)
        {
            // A refusal is an answer: the system is well.
            var well = last.Kind is StepOutcomeKind.Done or StepOutcomeKind.Refused;
            await _health.RecordAsync(adapter.Key, well, well ? null : last.Error, stopping);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2201, LogLevel.Error, "An attempt of delivery {Delivery} to {Adapter} ended without a result; its lease will run out")]
        public static partial void AttemptBroken(ILogger logger, Guid delivery, string adapter, Exception exception);

        [LoggerMessage(2202, LogLevel.Warning, "Delivery {Delivery} took as long as its lease; last step done: {Step}")]
        public static partial void LeaseOver(ILogger logger, Guid delivery, string step);

        [LoggerMessage(2203, LogLevel.Information, "Delivery {Delivery} belongs to another node now; its result was dropped")]
        public static partial void LeaseLost(ILogger logger, Guid delivery);

        [LoggerMessage(2204, LogLevel.Information, "Delivery {Delivery} to {Adapter}, operation {Operation}, attempt {Attempt}: {State} ({Error})")]
        public static partial void NotDelivered(ILogger logger, Guid delivery, string adapter, string operation, int attempt, DeliveryState state, string? error);
    }
}
