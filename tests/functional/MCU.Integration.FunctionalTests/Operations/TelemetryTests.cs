using System.Collections.Concurrent;
using System.Text;
using MCU.Integration.FunctionalTests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MCU.Integration.FunctionalTests.Operations;

/// <summary>What leaves the hub for a collector.</summary>
public sealed class TelemetryTests
{
    private const string Person = "Сидоренко";

    [Fact]
    public async Task Otlp_WithACollector_GetsTracesAndMetricsWithoutAnythingPersonal()
    {
        await using var collector = await Collector.StartAsync();
        await using var hub = new TracedHub(collector.Url);
        await hub.InitializeAsync();
        using (var admin = hub.Admin())
        {
            admin.DefaultRequestHeaders.UserAgent.ParseAdd("agent-of-somebody/1");
            (await admin.GetAsync($"/api/v1/cases?person={Uri.EscapeDataString(Person)}")).EnsureSuccessStatusCode();
            (await admin.GetAsync($"/nowhere/{Uri.EscapeDataString(Person)}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
            var document = Documents.NewCardStatus();
            document["comment"] = Person;
            (await admin.PostAsync(Documents.CardStatus, Documents.Json(document))).EnsureSuccessStatusCode();
        }

        hub.App.Services.GetRequiredService<TracerProvider>().ForceFlush(20_000).ShouldBeTrue();

        // The answer is no use here: the reader behind /metrics is asked, not flushed.
        hub.App.Services.GetRequiredService<MeterProvider>().ForceFlush(20_000);

        var traces = collector.Received("/v1/traces");
        traces.ShouldContain("mcu-integration");
        traces.ShouldContain("/api/v1/cases");
        traces.ShouldNotContain("127.0.0.1", Case.Sensitive, "who asked is nobody's business; figures name the address that the hub itself listens at");
        var all = traces + collector.Received("/v1/metrics");
        all.ShouldContain("http.server.request.duration");
        foreach (var personal in new[] { Person, Uri.EscapeDataString(Person), "agent-of-somebody", hub.AdminKey })
        {
            all.ShouldNotContain(personal, Case.Sensitive);
        }
    }

    [Fact]
    public async Task Otlp_WithoutACollector_IsOff()
    {
        await using var hub = new TracedHub(null);
        await hub.InitializeAsync();

        hub.App.Services.GetService<TracerProvider>().ShouldBeNull();
    }

    private sealed class TracedHub(Uri? collector) : HubHost
    {
        protected override Task<IReadOnlyList<string>> SettingsAsync() =>
            Task.FromResult<IReadOnlyList<string>>(collector is null ? [] : [$"--Hub:Telemetry:OtlpEndpoint={collector}"]);
    }

    private sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, byte[] Body)> requests) : IAsyncDisposable
    {
        public Uri Url => new(app.Urls.Single());

        public static async Task<Collector> StartAsync()
        {
            var requests = new ConcurrentQueue<(string, byte[])>();
            var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
            var app = builder.Build();
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                requests.Enqueue((context.Request.Path, body.ToArray()));
                context.Response.StatusCode = StatusCodes.Status200OK;
            });
            await app.StartAsync();
            return new(app, requests);
        }

        /// <summary>Protobuf keeps texts as they are: what is in it can be searched.</summary>
        public string Received(string path) =>
            string.Concat(requests.Where(request => request.Path == path).Select(request => Encoding.UTF8.GetString(request.Body)));

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}
