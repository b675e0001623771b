using MCU.Integration.Pipeline.Telemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MCU.Integration.Hub.Telemetry;

/// <summary>Sends traces and metrics to a collector, if the settings name one.</summary>
internal static class HubExport
{
    public static void AddHubExport(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        if (options.OtlpEndpoint is not { } endpoint)
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddOtlpExporter((exporter, reader) =>
            {
                Configure(exporter, endpoint, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = options.MetricSeconds * 1000;
            }))
            .WithTracing(traces => traces
                .AddSource(HubTelemetry.Name)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TraceRatio)))
                .AddAspNetCoreInstrumentation(request => request.Filter = static context => !IsNoise(context.Request.Path))
                .AddProcessor(new TraceAllowList())
                .AddOtlpExporter(exporter => Configure(exporter, endpoint, "v1/traces")));
    }

    private static void Configure(OtlpExporterOptions exporter, Uri endpoint, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new(new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/"), path);
    }

    // Probes, scrapes, files and the console's circuit say nothing about the work.
    private static bool IsNoise(PathString path) =>
        path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics") || path.StartsWithSegments("/_blazor") || path.StartsWithSegments("/_content") || path.StartsWithSegments("/_framework");
}
