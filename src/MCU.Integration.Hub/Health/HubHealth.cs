using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace MCU.Integration.Hub.Health;

/// <summary><c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>.</summary>
internal static class HubHealth
{
    /// <summary>The meter of every room.</summary>
    public const string Meter = "MCU.Integration";

    public static void AddHubHealth(this IServiceCollection services)
    {
        services.AddSingleton<StorageCheck>();
        services.AddHealthChecks().AddCheck<StorageCheck>("storage");
        services.AddOpenTelemetry().ConfigureResource(static resource => resource.AddService("mcu-integration")).WithMetrics(static metrics => metrics
            .AddMeter(Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddPrometheusExporter());
    }

    public static void MapHubHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = static _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync }).AllowAnonymous();

        // Figures only, but they tell how busy the city is: whoever scrapes them brings a key.
        routes.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new Answer(
        report.Status.ToString(),
        report.Entries.ToDictionary(entry => entry.Key, entry => new Check(entry.Value.Status.ToString(), entry.Value.Description, entry.Value.Data))));

    private sealed record Answer(string Status, IReadOnlyDictionary<string, Check> Checks);

    private sealed record Check(string Status, string? Description, IReadOnlyDictionary<string, object> Data);
}
