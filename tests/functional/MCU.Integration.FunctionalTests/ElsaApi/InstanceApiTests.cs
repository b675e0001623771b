using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>Instances as the viewer looks at them.</summary>
public abstract class InstanceApiTests(HubHost hub) : ElsaApiTests(hub)
{
    [Fact]
    public async Task Instance_ThatWaits_ShowsItsStateVariablesAndBookmark()
    {
        using var admin = Hub.Admin();
        var id = Text((await StartWaitingAsync(admin, NewId("view")))["id"]);

        var instance = await GetAsync(admin, $"/workflow-instances/{id}");
        var state = instance["workflowState"]!;
        Text(state["status"]).ShouldBe("Running");
        Text(state["bookmarks"]!.AsArray().Single()!["activityId"]).ShouldBe("D");
        var roots = state["activityExecutionContexts"]!.AsArray().Where(context => context!["parentContextId"] is null).ToList();
        Text(roots.ShouldHaveSingleItem()!["scheduledActivityNodeId"]).ShouldBe("Workflow1");
        new[] { "incidents", "completionCallbacks" }.ShouldAllBe(list => state[list] is JsonArray);
        new[] { "input", "output", "properties" }.ShouldAllBe(map => state[map] is JsonObject);

        // Types of inputs were null: they come from the activity.
        var variables = ItemsOf(await GetAsync(admin, $"/workflow-instances/{id}/variables")).ToDictionary(variable => Text(variable["name"]), variable => variable["value"]);
        Text(variables["Name"]).ShouldBe("Ада Лавлейс");
        using var unknown = await SendAsync(admin, HttpMethod.Get, "/workflow-instances/nope");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Execute_OfAWorkflowThatFaults_Answers500WithItsState()
    {
        using var admin = Hub.Admin();
        var id = NewId("faults");
        var model = Flow(id);
        model["root"]!["activities"]!.AsArray()[0] = Activity("A", "Elsa.Fault", ("message", Input("Literal", "Не вышло")));
        await SaveAsync(admin, model, publish: true);

        using var executed = await SendAsync(admin, HttpMethod.Post, $"/workflow-definitions/{id}/execute", new { });

        executed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var state = JsonNode.Parse(await executed.Content.ReadAsStringAsync())!["workflowState"]!;
        Text(state["subStatus"]).ShouldBe("Faulted");
        Text(state["incidents"]![0]!["message"]).ShouldContain("Не вышло");
        executed.Headers.GetValues("x-elsa-workflow-instance-id").Single().ShouldBe(Text(state["id"]));

        // A browser would tell its user of a broken server.
        admin.DefaultRequestHeaders.Add("Origin", admin.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var fromAPage = await SendAsync(admin, HttpMethod.Post, $"/workflow-definitions/{id}/execute", new { });
        fromAPage.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Instance_OfADraftThatIsEditedMeanwhile_GoesOnWithTheDraftItWasStartedOn()
    {
        using var admin = Hub.Admin();
        var definitionId = NewId("draft");
        var model = new JsonObject
        {
            ["definitionId"] = definitionId,
            ["name"] = definitionId,
            ["root"] = Activity("S", "Elsa.Sequence", ("activities", new JsonArray(
                Activity("E", "Elsa.Event", ("eventName", Input("Literal", definitionId))),
                Activity("N", "Elsa.SetName", ("value", Input("Literal", "as it was")))))),
        };
        var draft = await SaveAsync(admin, model);
        using var executed = await SendAsync(admin, HttpMethod.Post, $"/workflow-definitions/{definitionId}/execute", new { versionOptions = "Latest" });
        var id = executed.Headers.GetValues("x-elsa-workflow-instance-id").Single();

        draft["root"]!["activities"]![1]!["value"]!["expression"]!["value"] = "as it is now";
        await SaveAsync(admin, draft);
        await PostAsync(admin, $"/events/{definitionId}/trigger", new { workflowExecutionMode = "Synchronous" });

        var instance = await GetAsync(admin, $"/workflow-instances/{id}");
        Text(instance["subStatus"]).ShouldBe("Finished");
        Text(instance["name"]).ShouldBe("as it was");
    }

    [Fact]
    public async Task Instance_OfADraftThatIsEditedMeanwhile_CanBePatchedAndCancelled()
    {
        using var admin = Hub.Admin();
        var model = Waiting(NewId("draft"));
        var draft = await SaveAsync(admin, model);
        using var executed = await SendAsync(admin, HttpMethod.Post, $"/workflow-definitions/{Text(draft["definitionId"])}/execute", new { versionOptions = "Latest", triggerActivityId = "S" });
        var id = executed.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        draft["variables"]!.AsArray().RemoveAt(0);
        draft["root"]!["activities"]!.AsArray().RemoveAt(2);
        await SaveAsync(admin, draft);

        await PostAsync(admin, $"/workflow-instances/{id}/variables", new { variables = new[] { new { id = "v1", value = "Ада" } } });
        await PostAsync(admin, $"/cancel/workflow-instances/{id}");

        Text((await GetAsync(admin, $"/workflow-instances/{id}"))["subStatus"]).ShouldBe("Cancelled");
    }

    [Fact]
    public async Task List_ByAllItsFilters_FindsTheInstance()
    {
        using var admin = Hub.Admin();
        var definitionId = NewId("filters");
        var instance = await StartWaitingAsync(admin, definitionId);
        var created = instance["createdAt"]!.GetValue<DateTimeOffset>();

        var designers = new
        {
            page = 0,
            pageSize = 10,
            searchTerm = "",
            definitionId = (string?)null,
            definitionIds = new[] { definitionId },
            correlationId = (string?)null,
            version = (int?)null,
            hasIncidents = (bool?)null,
            isSystem = false,
            status = (string?)null,
            statuses = Array.Empty<string>(),
            subStatuses = new[] { "Suspended" },
            orderBy = (string?)null,
            orderDirection = "Descending",
            timestampFilters = new[] { new { column = "CreatedAt", @operator = "GreaterThanOrEqual", timestamp = created.AddSeconds(-1) } },
        };
        var page = await PostAsync(admin, "/workflow-instances", designers);
        Text(ItemsOf(page).Single()["id"]).ShouldBe(Text(instance["id"]));
        Number(page["totalCount"]).ShouldBe(1);

        (await CountAsync(admin, new { definitionId, status = "Finished" })).ShouldBe(0);
        (await CountAsync(admin, new { definitionId, hasIncidents = true })).ShouldBe(0);
        (await CountAsync(admin, new { definitionId, version = 1 })).ShouldBe(1);
        (await CountAsync(admin, new { searchTerm = Text(instance["id"]) })).ShouldBe(1);
        (await CountAsync(admin, new { definitionId, timestampFilters = new[] { new { column = "CreatedAt", @operator = "LessThan", timestamp = created } } })).ShouldBe(0);
        Number((await GetAsync(admin, $"/workflow-instances?definitionIds={definitionId}&page=0&pageSize=2"))["totalCount"]).ShouldBe(1);
        using var refused = await SendAsync(admin, HttpMethod.Post, "/workflow-instances", new { statuses = new[] { "Sleeping" }, timestampFilters = new[] { new { column = "Born" } } });
        (await ShouldBeRefused(refused, "unknown_status")).Split('\n').Length.ShouldBe(4);
    }

    [Fact]
    public async Task Journal_InWindowsAndFiltered_CountsWhatTheFilterLeaves()
    {
        using var admin = Hub.Admin();
        var id = Text((await StartWaitingAsync(admin, NewId("journal")))["id"]);
        var filter = new { filter = new { excludedActivityTypes = new[] { "Elsa.Workflow", "Elsa.Flowchart" } } };
        var all = ItemsOf(await PostAsync(admin, $"/workflow-instances/{id}/journal?skip=0&take=110", filter)).ToList();

        var window = await PostAsync(admin, $"/workflow-instances/{id}/journal?skip=2&take=3", filter);
        var empty = await PostAsync(admin, $"/workflow-instances/{id}/journal?skip=100&take=10", filter);
        var suspended = await PostAsync(admin, $"/workflow-instances/{id}/journal", new { filter = new { eventNames = new[] { "Suspended" }, activityNodeIds = new[] { "Workflow1:F:Q:D" } } });

        all.Select(entry => entry["sequence"]!.GetValue<long>()).ShouldBeInOrder();
        all.Select(entry => (Text(entry["activityId"]), Text(entry["eventName"]))).ShouldBe(
            [("T", "Started"), ("T", "Completed"), ("S", "Started"), ("S", "Completed"), ("Q", "Started"), ("D", "Started"), ("D", "Suspended")]);
        ItemsOf(window).Select(entry => Text(entry["id"])).ShouldBe(all.Skip(2).Take(3).Select(entry => Text(entry["id"])));
        Number(window["totalCount"]).ShouldBe(all.Count);
        Number(empty["totalCount"]).ShouldBe(all.Count);
        ItemsOf(empty).ShouldBeEmpty();
        Number(suspended["totalCount"]).ShouldBe(1);
        Text((await GetAsync(admin, $"/workflow-instances/{id}/journal/S"))["eventName"]).ShouldBe("Completed");
    }

    [Fact]
    public async Task Executions_OfANode_AreListedReportedAndTraced()
    {
        using var admin = Hub.Admin();
        var id = Text((await StartWaitingAsync(admin, NewId("executions")))["id"]);

        var execution = ItemsOf(await GetAsync(admin, $"/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:F:S")).Single();
        Text(execution["activityState"]!["Value"]).ShouldBe("Ада Лавлейс");
        Text((await GetAsync(admin, $"/activity-executions/by-id?id={Text(execution["id"])}"))["activityId"]).ShouldBe("S");
        ItemsOf(await GetAsync(admin, $"/activity-execution-summaries/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:F:S")).Single().ContainsKey("activityState").ShouldBeFalse();
        var entry = ItemsOf(await PostAsync(admin, $"/workflow-instances/{id}/journal", new { filter = new { activityIds = new[] { "S" } } })).First();
        Text(entry["activityInstanceId"]).ShouldBe(Text(execution["id"]));

        var stack = await GetAsync(admin, $"/activity-executions/{Text(execution["id"])}/call-stack?includeCrossWorkflowChain=True");
        ItemsOf(stack).Select(link => Text(link["activityId"])).ShouldBe(["Workflow1", "F", "T", "S"]);

        var stats = (await PostAsync(admin, "/activity-executions/report", new { workflowInstanceId = id, activityNodeIds = new[] { "Workflow1:F:S", "Workflow1:F:Q:D", "Workflow1:F:S", "nope" } }))["stats"]!.AsArray();
        stats.Select(row => (Text(row!["activityNodeId"]), Number(row["startedCount"]), Number(row["completedCount"]), Flag(row["isBlocked"]), Flag(row["isFaulted"])))
            .ShouldBe([("Workflow1:F:S", 1, 1, false, false), ("Workflow1:F:Q:D", 1, 0, true, false)]);
        using var unknown = await SendAsync(admin, HttpMethod.Get, "/activity-executions/by-id?id=nope");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ExecutionState_WhenTheInstanceGoesOn_IsNewer()
    {
        using var admin = Hub.Admin();
        var instance = await StartWaitingAsync(admin, NewId("goes-on"), delay: "00:00:02");
        var before = instance["updatedAt"]!.GetValue<DateTimeOffset>();

        var after = await UntilAsync(
            async () => await GetAsync(admin, $"/workflow-instances/{Text(instance["id"])}/execution-state") is var state && Text(state["status"]) == "Finished" ? state : null,
            "an instance that finished");

        after["updatedAt"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThan(before);
        Text((await GetAsync(admin, $"/workflow-instances/{Text(instance["id"])}/variables"))["items"]![0]!["value"]).ShouldBe("Ада Лавлейс");
    }

    [Fact]
    public async Task Values_OfAnInstance_AreMaskedUnlessTheReaderMaySeeThem()
    {
        using var admin = Hub.Admin();
        var id = Text((await StartWaitingAsync(admin, NewId("masked")))["id"]);
        using var engineer = await Hub.WithRoleAsync("engineer");
        using var auditor = await Hub.WithRoleAsync("auditor");
        using var vendor = await Hub.WithRoleAsync("vendor", "sed");

        var masked = ItemsOf(await GetAsync(engineer, $"/workflow-instances/{id}/variables")).ToDictionary(variable => Text(variable["name"]), variable => variable["value"]);
        Text(masked["Name"]).ShouldBe("•••");
        Text(masked["Known"]).ShouldBe("0199c0de-0000-7000-8000-000000000001");
        foreach (var path in new[] { $"/workflow-instances/{id}", $"/workflow-instances/{id}/export", $"/activity-executions/list?workflowInstanceId={id}", $"/workflow-instances/{id}/variables" })
        {
            foreach (var reader in new[] { engineer, auditor })
            {
                using var response = await SendAsync(reader, HttpMethod.Get, path);
                response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
                (await response.Content.ReadAsStringAsync()).ShouldNotContain("Лавлейс", customMessage: path);
            }

            using var refused = await SendAsync(vendor, HttpMethod.Get, path);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        await GetAsync(admin, $"/workflow-instances/{id}");
        await GetAsync(admin, $"/workflow-instances/{id}/variables");
        var audit = await JsonOf(await admin.GetAsync("/api/v1/audit?action=instance.unmask&size=500"));
        audit.GetProperty("items").EnumerateArray().Count(entry => entry.GetProperty("target").GetString() == $"instance:{id}").ShouldBe(1);
    }

    [Fact]
    public async Task Export_OfOneOrSeveral_HoldsStateJournalAndExecutions()
    {
        using var admin = Hub.Admin();
        var id = Text((await StartWaitingAsync(admin, NewId("export")))["id"]);

        var file = await GetAsync(admin, $"/workflow-instances/{id}/export?includeBookmarks=true");
        Text(file["WorkflowState"]!["id"]).ShouldBe(id);
        file["Bookmarks"]!.AsArray().Count.ShouldBe(1);
        file["ActivityExecutionRecords"]!.AsArray().Count.ShouldBe(6);
        Text(file["WorkflowExecutionLogRecords"]![0]!["workflowInstanceId"]).ShouldBe(id);

        using var zip = await SendAsync(admin, HttpMethod.Post, "/bulk-actions/export/workflow-instances", new { ids = new[] { id } });
        using var archive = new ZipArchive(await zip.Content.ReadAsStreamAsync());
        archive.Entries.Single().Name.ShouldBe($"workflow-instance-{id}.json");
    }

    private static async Task<int> CountAsync(HttpClient client, object filter) => Number((await PostAsync(client, "/workflow-instances", filter))["totalCount"]);
}
