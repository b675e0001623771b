using System.Net;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Operations;

public abstract class HealthTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task Health_OfARunningHub_IsReadyWithTheTimeOfACommit()
    {
        using var client = Hub.Client();

        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var ready = await JsonOf(await client.GetAsync("/health/ready"));

        ready.GetProperty("status").GetString().ShouldBe("Healthy");
        ready.GetProperty("checks").GetProperty("storage").GetProperty("data").GetProperty("commitMilliseconds").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Metrics_WithAKey_AreThere()
    {
        using var admin = Hub.Admin();
        using var sent = await admin.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));

        // A request is counted after its answer has left, and the exporter gives the same page for a moment.
        var metrics = "";
        await UntilAsync(async () => (metrics = await admin.GetStringAsync("/metrics")).Contains("http_server_request_duration", StringComparison.Ordinal), () => metrics);
    }
}
