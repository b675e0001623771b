using System.Net;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>What happens to a definition while it is edited: nothing gets lost, nothing is made twice.</summary>
public abstract class DefinitionEditingTests(HubHost hub) : ElsaApiTests(hub)
{
    [Fact]
    public async Task Create_FromTheDesignersTemplate_GetsNodeIdsAndLinks()
    {
        using var admin = Hub.Admin();
        var template = JsonNode.Parse("""
            {"definitionId":null,"id":null,"name":" Новый ","description":null,"version":1,"toolVersion":"3.8.0.0","isLatest":true,"isPublished":false,
             "createdAt":"0001-01-01T00:00:00+00:00","variables":null,"inputs":null,"outputs":null,"outcomes":null,"customProperties":null,"options":null,
             "isReadonly":false,"links":null,"root":{"id":"930b86b2a13f15cd","type":"Elsa.Flowchart","version":1,"name":"Flowchart1"}}
            """)!.AsObject();

        var made = await SaveAsync(admin, template);

        Text(made["name"]).ShouldBe("Новый");
        Text(made["root"]!["nodeId"]).ShouldBe("Workflow1:930b86b2a13f15cd");
        Text(made["id"]).ShouldNotBeEmpty();
        Number(made["version"]).ShouldBe(1);
        made["createdAt"]!.GetValue<DateTimeOffset>().Year.ShouldBeGreaterThan(2000);
        LinksOf(made).ShouldContain("publish");
        new[] { "variables", "inputs", "outputs", "outcomes" }.ShouldAllBe(list => made[list] is JsonArray);
        made["options"].ShouldBeOfType<JsonObject>();

        // The designer repeats a creation whose answer it did not get.
        Text((await SaveAsync(admin, template))["definitionId"]).ShouldBe(Text(made["definitionId"]));
        await CallAsync(admin, HttpMethod.Delete, $"/workflow-definitions/{Text(made["definitionId"])}");
    }

    [Fact]
    public async Task Save_WhatTheHubDoesNotKnow_ComesBackAsItWas()
    {
        using var admin = Hub.Admin();
        var model = Flow(NewId("lossless"));
        model["x-own"] = new JsonObject { ["deep"] = new JsonArray(1.50m, true, "т") };
        model["customProperties"] = new JsonObject { ["logPersistenceConfig"] = new JsonObject { ["default"] = new JsonObject { ["evaluationMode"] = "Strategy" } } };
        var activity = model["root"]!["activities"]![0]!.AsObject();
        activity["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = -37.5, ["y"] = 3 } }, ["own"] = "да" };
        activity["vendorOnly"] = new JsonObject { ["a"] = new JsonArray() };
        activity["text"]!["own"] = 7;

        var saved = await SaveAsync(admin, model);
        var again = await SaveAsync(admin, saved);

        foreach (var answer in new[] { saved, again, await LatestAsync(admin, Text(model["definitionId"])) })
        {
            ShouldBeSame(answer["x-own"], model["x-own"]);
            ShouldBeSame(answer["customProperties"]!["logPersistenceConfig"], model["customProperties"]!["logPersistenceConfig"]);
            var came = answer["root"]!["activities"]![0]!.DeepClone().AsObject();
            came.Remove("nodeId").ShouldBeTrue();
            ShouldBeSame(came, activity);
        }
    }

    [Fact]
    public async Task Save_OverAPublishedVersion_MakesOneDraftHoweverManySavesCome()
    {
        using var admin = Hub.Admin();
        var id = NewId("drafts");
        var published = await SaveAsync(admin, Flow(id), publish: true);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => SaveAsync(admin, Flow(id, $"at once {i}"))));
        var draft = await SaveAsync(admin, Flow(id, "last"));

        var versions = ItemsOf(await GetAsync(admin, $"/workflow-definitions?versionOptions=AllVersions&DefinitionIds={id}&OrderBy=Version&OrderDirection=Descending")).ToList();
        versions.Select(version => (Number(version["version"]), Flag(version["isLatest"]), Flag(version["isPublished"]))).ShouldBe([(2, true, false), (1, false, true)]);
        Text(draft["id"]).ShouldBe(Text(versions[0]["id"]));
        Text(published["id"]).ShouldBe(Text(versions[1]["id"]));
    }

    [Fact]
    public async Task Save_OverWhatSomebodyElseSaved_IsToldAndNothingIsLost()
    {
        using var admin = Hub.Admin();
        var id = NewId("two-editors");
        await SaveAsync(admin, Flow(id));
        var anna = await LatestAsync(admin, id);
        var boris = await LatestAsync(admin, id);
        anna["description"] = "Анна";
        await SaveAsync(admin, anna);

        boris["description"] = "Борис";
        using var refused = await SendAsync(admin, HttpMethod.Post, "/workflow-definitions", new { model = boris, publish = false });

        (await ShouldBeRefused(refused, "edited_meanwhile")).ShouldContain("Nothing was saved");
        Text((await LatestAsync(admin, id))["description"]).ShouldBe("Анна");

        // Anna's next save overtakes the answer to her first: she still sends what she was given before.
        anna["description"] = "Анна, дальше";
        Text((await SaveAsync(admin, anna))["description"]).ShouldBe("Анна, дальше");

        // Boris reloads and goes on.
        boris = await LatestAsync(admin, id);
        boris["description"] = "Борис";
        Text((await SaveAsync(admin, boris))["description"]).ShouldBe("Борис");
    }

    [Fact]
    public async Task Publish_RepeatedBecauseTheAnswerWasLost_PublishesOnce()
    {
        using var admin = Hub.Admin();
        var id = NewId("repeat");
        await SaveAsync(admin, Flow(id), publish: true);
        var opened = await LatestAsync(admin, id);
        opened["description"] = "next";

        var first = await PostAsync(admin, "/workflow-definitions", new { model = opened, publish = true });
        var second = await PostAsync(admin, "/workflow-definitions", new { model = opened, publish = true });

        Text(second["workflowDefinition"]!["id"]).ShouldBe(Text(first["workflowDefinition"]!["id"]));
        Flag(second["alreadyPublished"]).ShouldBeTrue();
        Number(second["workflowDefinition"]!["version"]).ShouldBe(2);
    }

    [Fact]
    public async Task Save_UnknownActivity_GoesOutAsPlaceholderAndIsKept()
    {
        using var admin = Hub.Admin();
        var id = NewId("unknown");
        var model = Flow(id);
        model["root"]!["activities"]!.AsArray().Add(new JsonObject { ["id"] = "U", ["type"] = "Foo.Bar", ["version"] = 3, ["own"] = new JsonObject { ["a"] = 1 } });

        var saved = await SaveAsync(admin, model);

        var placeholder = saved["root"]!["activities"]![1]!;
        Text(placeholder["type"]).ShouldBe("Elsa.NotFoundActivity");
        Text(placeholder["missingTypeName"]).ShouldBe("Foo.Bar");
        Text(placeholder["nodeId"]).ShouldBe("Workflow1:F:U");
        placeholder["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 5, ["y"] = 6 } } };
        await SaveAsync(admin, saved);
        var kept = (await GetAsync(admin, $"/workflow-definitions/{id}/export?versionOptions=Latest&includeConsumingWorkflows=False"))["root"]!["activities"]![1]!;
        Text(kept["type"]).ShouldBe("Foo.Bar");
        Number(kept["own"]!["a"]).ShouldBe(1);
        Number(kept["metadata"]!["designer"]!["position"]!["x"]).ShouldBe(5);
    }

    [Theory]
    [InlineData("""{"name":"sm","root":{"id":"R","type":"Elsa.StateMachine","version":1,"states":[],"transitions":[]}}""", "unsupported_activity")]
    [InlineData("""{"name":"dup","root":{"id":"R","type":"Elsa.Sequence","version":1,"activities":[{"id":"A","type":"Elsa.Start"},{"id":"A","type":"Elsa.Start"}]}}""", "duplicate_activity_id")]
    [InlineData("""{"name":"strategy","options":{"incidentStrategyType":"Nope"},"root":{"id":"R","type":"Elsa.Flowchart"}}""", "unknown_strategy")]
    [InlineData("""{"name":"list","variables":{},"root":{"id":"R","type":"Elsa.Flowchart"}}""", "not_an_array")]
    public async Task Save_WhatCannotBe_IsRefusedWithWordsForPeople(string model, string code)
    {
        using var admin = Hub.Admin();

        using var response = await SendAsync(admin, HttpMethod.Post, "/workflow-definitions", new { model = JsonNode.Parse(model), publish = false });

        await ShouldBeRefused(response, code);
    }

    [Fact]
    public async Task Edit_ByWhoMayOnlyRead_ShowsNoLinksAndIsForbidden()
    {
        using var admin = Hub.Admin();
        var id = NewId("read-only");
        await SaveAsync(admin, Flow(id));
        using var auditor = await Hub.WithRoleAsync("auditor");
        using var vendor = await Hub.WithRoleAsync("vendor", "sed");

        var list = await GetAsync(auditor, $"/workflow-definitions?versionOptions=Latest&DefinitionIds={id}");
        LinksOf(list).ShouldNotContain("bulk-publish");
        LinksOf(ItemsOf(list).Single()).ShouldNotContain("publish");
        var definition = await LatestAsync(auditor, id);
        LinksOf(definition).ShouldNotContain("publish");
        foreach (var (method, path) in new[] { (HttpMethod.Post, "/workflow-definitions"), (HttpMethod.Post, $"/workflow-definitions/{id}/publish"), (HttpMethod.Delete, $"/workflow-definitions/{id}") })
        {
            using var refused = await SendAsync(auditor, method, path, method == HttpMethod.Delete ? null : new { model = definition });
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        }

        using var unseen = await SendAsync(vendor, HttpMethod.Get, "/workflow-definitions");
        unseen.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static void ShouldBeSame(JsonNode? actual, JsonNode? expected) => JsonNode.DeepEquals(actual, expected).ShouldBeTrue(actual?.ToJsonString());
}
