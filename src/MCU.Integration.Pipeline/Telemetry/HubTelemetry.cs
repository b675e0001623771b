using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MCU.Integration.Pipeline.Telemetry;

/// <summary>The hub's meter, its trace source and the names of its metrics: a contract with dashboards, so they stand in one place. Tags are keys and codes, never personal data.</summary>
public static class HubTelemetry
{
    public const string Name = "MCU.Integration";

    /// <summary>Histogram, seconds; tags adapter, outcome.</summary>
    public const string OutboundDuration = "mcu.outbound.duration";

    /// <summary>Counter; tags adapter, operation, outcome.</summary>
    public const string DeliveryAttempts = "mcu.delivery.attempts";

    /// <summary>Histogram, seconds from creation to success; tag adapter.</summary>
    public const string DeliveryLag = "mcu.delivery.lag";

    /// <summary>Up-down counter of deliveries being carried out; tag adapter.</summary>
    public const string DeliveriesUnderWay = "mcu.delivery.under_way";

    /// <summary>Counter of documents; tags adapter, feed, result.</summary>
    public const string PolledDocuments = "mcu.poll.documents";

    /// <summary>Counter; tags adapter, feed, error.</summary>
    public const string PollFailures = "mcu.poll.failures";

    /// <summary>Counter; tags adapter, result.</summary>
    public const string AttachmentsFetched = "mcu.attachment.fetches";

    public static Meter Meter { get; } = new(Name);

    public static ActivitySource Traces { get; } = new(Name);
}
