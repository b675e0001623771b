using System.Net;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>The hub for live updates.</summary>
public abstract class LiveUpdateTests(HubHost hub) : ElsaApiTests(hub)
{
    [Fact]
    public async Task Observer_OfAnInstance_IsToldWhenItGoesOn()
    {
        using var admin = Hub.Admin();
        var instance = await StartWaitingAsync(admin, NewId("live"), delay: "00:00:03");
        var id = Text(instance["id"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var observer = await LiveObserver.ObserveAsync(Hub.Url, Hub.AdminKey, id, patience.Token);

        var told = await observer.UntilCompletedAsync(patience.Token);

        told.ShouldContain("WorkflowInstanceUpdatedAsync");
        told.ShouldContain("WorkflowExecutionLogUpdatedAsync");
        Text((await GetAsync(admin, $"/workflow-instances/{id}/execution-state"))["status"]).ShouldBe("Finished");
    }

    [Fact]
    public async Task Negotiate_WithoutSession_Is401()
    {
        using var nobody = Hub.Client();

        using var response = await nobody.PostAsync($"{LiveObserver.Path}/negotiate?negotiateVersion=1", null);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Token_InTheQueryOfAnythingElse_IsNotTaken()
    {
        using var nobody = Hub.Client();

        using var response = await nobody.GetAsync($"{Api}/features/installed?access_token={Hub.AdminKey}");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
