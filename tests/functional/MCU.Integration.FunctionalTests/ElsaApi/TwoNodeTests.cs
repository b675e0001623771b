using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>Two hubs on one database: whichever somebody's designer talks to, it shows what the other one does.</summary>
[Collection(HubCollections.Postgres)]
public sealed class TwoNodeTests(PostgresHub hub) : ElsaApiTests(hub)
{
    [Fact]
    public async Task Node_ThatDidNothing_ShowsWhatTheOtherPublishedAndRuns()
    {
        await using var other = new SecondNode(hub);
        await other.InitializeAsync();
        using var here = hub.Admin();
        using var there = other.Admin();
        var definitionId = NewId("nodes");
        var model = Flow(definitionId);
        model["options"] = new JsonObject { ["usableAsActivity"] = true };
        model["root"]!["activities"]!.AsArray().Add(Activity("E", "Elsa.Event", ("eventName", Input("Literal", definitionId))));
        var published = await SaveAsync(here, model, publish: true);

        await UntilAsync(
            async () => ItemsOf(await GetAsync(there, "/descriptors/activities?Refresh=True"))
                .FirstOrDefault(item => item["constructionProperties"]!["WorkflowDefinitionVersionId"]?.GetValue<string>() == Text(published["id"])),
            "a descriptor of what the other node published");
        using var executed = await SendAsync(here, HttpMethod.Post, $"/workflow-definitions/{definitionId}/execute", new { });
        var id = executed.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var observer = await LiveObserver.ObserveAsync(other.Url, other.AdminKey, id, patience.Token);
        await PostAsync(here, $"/events/{definitionId}/trigger", new { workflowExecutionMode = "Synchronous" });

        await observer.UntilCompletedAsync(patience.Token);
        Text((await GetAsync(there, $"/workflow-instances/{id}"))["subStatus"]).ShouldBe("Finished");
    }

    private sealed class SecondNode(PostgresHub first) : HubHost(first.AdminKey)
    {
        protected override Task<IReadOnlyList<string>> SettingsAsync() => Task.FromResult(first.SettingsOfItsNodes);
    }
}
