using System.Net;
using System.Text.Json;
using MCU.Integration.FunctionalTests.Hosting;
using MCU.Integration.Pipeline.Alerts;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.FunctionalTests.Operations;

public abstract class AlertTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task Alerts_AreListedAcknowledgedAndAudited()
    {
        // Seen after the content was published, or the hub's own watch would find the causes gone.
        await Hub.App.Services.GetRequiredService<IAlertStore>().StandAsync(
            [new(AlertKind.UnknownCode, "functional:code", "sed"), new(AlertKind.UnknownCode, "functional:other", "pos")], TimeProvider.System.GetUtcNow(), CancellationToken.None);
        using var admin = Hub.Admin();
        using var ofSed = await Hub.WithRoleAsync("vendor", "sed");
        using var auditor = await Hub.WithRoleAsync("auditor");

        var listed = await ItemsAsync(await admin.GetAsync("/api/v1/alerts?open=true&kind=unknown_code&size=500"));
        var alert = listed.Single(item => item.GetProperty("subject").GetString() == "functional:code");
        var foreign = listed.Single(item => item.GetProperty("subject").GetString() == "functional:other");
        var path = $"/api/v1/alerts/{alert.GetProperty("id").GetString()}";

        (await ItemsAsync(await ofSed.GetAsync("/api/v1/alerts?size=500"))).ShouldAllBe(item => item.GetProperty("adapter").GetString() == "sed");
        (await ofSed.GetAsync($"/api/v1/alerts/{foreign.GetProperty("id").GetString()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await auditor.PostAsync($"{path}/acknowledge", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var known = await JsonOf(await admin.PostAsync($"{path}/acknowledge", null));
        known.GetProperty("acknowledgedBy").GetString().ShouldNotBeNullOrEmpty();
        (await ItemsAsync(await admin.GetAsync("/api/v1/audit?action=alert.acknowledge"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Alerts_BadQueries_AreProblems()
    {
        using var admin = Hub.Admin();

        await ShouldBeProblem(await admin.GetAsync("/api/v1/alerts?kind=nonsense"), HttpStatusCode.UnprocessableEntity, "invalid");
        (await admin.GetAsync($"/api/v1/alerts/{Guid.CreateVersion7()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Check_OfASystemWithoutAnAddress_SaysThatTheSettingsAreMissing()
    {
        using var admin = Hub.Admin();
        using var operators = await Hub.WithRoleAsync("operator");

        var check = await JsonOf(await admin.PostAsync("/api/v1/adapters/regional-cur/check", null));

        check.GetProperty("passed").GetBoolean().ShouldBeFalse();
        var stage = check.GetProperty("stages")[0];
        (stage.GetProperty("name").GetString(), stage.GetProperty("passed").GetBoolean(), stage.GetProperty("code").GetString()).ShouldBe(("settings", false, "not_configured"));
        check.GetProperty("stages")[1].TryGetProperty("passed", out _).ShouldBeFalse("it was not tried");
        (await operators.PostAsync("/api/v1/adapters/regional-cur/check", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. (await JsonOf(response)).GetProperty("items").EnumerateArray()];
    }
}
