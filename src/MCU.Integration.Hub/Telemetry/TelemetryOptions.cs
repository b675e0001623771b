using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Hub.Telemetry;

/// <summary>Where traces and metrics are sent, besides <c>/metrics</c>.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Hub:Telemetry";

    /// <summary>Base address of an OTLP collector (HTTP with protobuf: <c>/v1/traces</c> and <c>/v1/metrics</c> below it); absent = nothing leaves the hub.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Share of traces that is sent. <value>The default is 1.</value></summary>
    [Range(0, 1)]
    public double TraceRatio { get; set; } = 1;

    /// <summary>How often metrics are sent, in seconds. <value>The default is 60.</value></summary>
    [Range(1, 3600)]
    public int MetricSeconds { get; set; } = 60;
}
