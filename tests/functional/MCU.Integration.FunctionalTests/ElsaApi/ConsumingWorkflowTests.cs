using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>Workflows that use another one, when a new version of it is published.</summary>
public abstract class ConsumingWorkflowTests(HubHost hub) : ElsaApiTests(hub)
{
    [Fact]
    public async Task Publish_OfAWorkflowThatTakesOthersAlong_MovesPublishedOnesDraftsAndWhoeverUsesThose()
    {
        using var admin = Hub.Admin();
        var (used, first) = await PublishUsableAsync(admin, NewId("used"), autoUpdate: true);
        var published = await UsingAsync(admin, NewId("published"), used, first, publish: true);
        var draft = await UsingAsync(admin, NewId("draft"), used, first, publish: false);
        var outer = await UsingAsync(admin, NewId("outer"), published, await LatestAsync(admin, published), publish: true);

        var answer = await PostAsync(admin, "/workflow-definitions", new { model = await LatestAsync(admin, used), publish = true });

        Number(answer["consumingWorkflowCount"]).ShouldBe(3);
        var second = answer["workflowDefinition"]!;
        Number(second["version"]).ShouldBe(2);
        ShouldUse(await LatestAsync(admin, published), second, version: 2, isPublished: true);
        ShouldUse(await LatestAsync(admin, draft), second, version: 1, isPublished: false);
        ShouldUse(await LatestAsync(admin, outer), await LatestAsync(admin, published), version: 2, isPublished: true);
        (await PostAsync(admin, $"/workflow-definitions/{used}/update-references"))["affectedWorkflows"]!.AsArray().ShouldBeEmpty("nothing is behind any more");
    }

    [Fact]
    public async Task Publish_OfAWorkflowThatTakesNobodyAlong_LeavesTheOthersOnTheVersionTheyName()
    {
        using var admin = Hub.Admin();
        var (used, first) = await PublishUsableAsync(admin, NewId("used"), autoUpdate: false);
        var consumer = await UsingAsync(admin, NewId("consumer"), used, first, publish: true);

        await SaveAsync(admin, await LatestAsync(admin, used));
        var answer = await PostAsync(admin, $"/workflow-definitions/{used}/publish");

        Number(answer["consumingWorkflowCount"]).ShouldBe(0);
        ShouldUse(await LatestAsync(admin, consumer), first, version: 1, isPublished: true);
    }

    private static async Task<(string Id, JsonObject Version)> PublishUsableAsync(HttpClient admin, string id, bool autoUpdate)
    {
        var model = Flow(id);
        model["options"] = new JsonObject { ["usableAsActivity"] = true, ["autoUpdateConsumingWorkflows"] = autoUpdate };
        return (id, await SaveAsync(admin, model, publish: true));
    }

    /// <summary>A workflow that uses that version of another, and may itself be used.</summary>
    private static async Task<string> UsingAsync(HttpClient admin, string id, string used, JsonNode version, bool publish)
    {
        var descriptor = ItemsOf(await GetAsync(admin, "/descriptors/activities?Refresh=True"))
            .Single(item => item["constructionProperties"]!["WorkflowDefinitionVersionId"]?.GetValue<string>() == Text(version["id"]));
        var model = Flow(id);
        model["options"] = new JsonObject { ["usableAsActivity"] = true };
        model["root"]!["activities"]!.AsArray().Add(Activity(
            "Call", Text(descriptor["typeName"]), ("workflowDefinitionId", used), ("workflowDefinitionVersionId", Text(version["id"]))));
        await SaveAsync(admin, model, publish);
        return id;
    }

    private static void ShouldUse(JsonNode consumer, JsonNode used, int version, bool isPublished)
    {
        var call = consumer["root"]!["activities"]!.AsArray().Single(activity => Text(activity!["id"]) == "Call")!;
        Text(call["workflowDefinitionVersionId"]).ShouldBe(Text(used["id"]));
        Number(call["version"]).ShouldBe(Number(used["version"]));
        Number(consumer["version"]).ShouldBe(version);
        Flag(consumer["isPublished"]).ShouldBe(isPublished);
    }
}
