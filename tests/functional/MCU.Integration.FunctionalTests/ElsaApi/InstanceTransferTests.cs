using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>Instances that come back from a file.</summary>
public abstract class InstanceTransferTests(HubHost hub) : ElsaApiTests(hub)
{
    private const string ImportPath = "/bulk-actions/import/workflow-instances";

    [Fact]
    public async Task Import_OfAnInstanceThatWaited_GoesOnWhereItStood()
    {
        using var admin = Hub.Admin();
        var (definitionId, id) = await StartAsync(admin);
        var file = await GetAsync(admin, $"/workflow-instances/{id}/export");
        await CallAsync(admin, HttpMethod.Delete, $"/workflow-instances/{id}");

        using var imported = await ImportAsync(admin, file);

        imported.StatusCode.ShouldBe(HttpStatusCode.OK);
        Number(JsonNode.Parse(await imported.Content.ReadAsStringAsync())!["imported"]).ShouldBe(1);
        Text((await GetAsync(admin, $"/workflow-instances/{id}"))["subStatus"]).ShouldBe("Suspended");
        await PostAsync(admin, $"/events/{definitionId}/trigger", new { workflowExecutionMode = "Synchronous" });
        var over = await GetAsync(admin, $"/workflow-instances/{id}");
        Text(over["subStatus"]).ShouldBe("Finished");
        Text(over["name"]).ShouldBe("Ада, далее");
        var events = ItemsOf(await GetAsync(admin, $"/workflow-instances/{id}/journal?skip=0&take=100")).Select(entry => (Text(entry["activityId"]), Text(entry["eventName"]))).ToList();
        events.ShouldContain(("E", "Suspended"), "the journal came along");
        events.ShouldContain(("N", "Completed"));
    }

    [Fact]
    public async Task Import_OfWhatCannotLiveHere_IsRefusedWhole()
    {
        using var admin = Hub.Admin();
        var (_, id) = await StartAsync(admin);
        var file = await GetAsync(admin, $"/workflow-instances/{id}/export");

        await RefusedAsync(admin, file, "exists");
        await CallAsync(admin, HttpMethod.Delete, $"/workflow-instances/{id}");
        await RefusedAsync(admin, Changed(file, state => state["contentHash"] = "other"), "unknown_version");
        await RefusedAsync(admin, Changed(file, state => state["subStatus"] = "Executing"), "at_work");
        await RefusedAsync(admin, Changed(file, state => state["activities"]![0]!["nodeId"] = "Workflow1:nowhere"), "unknown_activity");
        await RefusedAsync(admin, Changed(file, state => state["bookmarks"]![0]!["activityInstanceId"] = "nobody"), "unknown_activity");
        await RefusedAsync(admin, Changed(file, state => state["journalSequence"] = 0), "out_of_range");
        await RefusedAsync(admin, Changed(file, state => state["activities"]!.AsArray().Add(null)), "malformed");
        await RefusedAsync(admin, Changed(file, state => state["state_version"] = 99), "malformed");
        await RefusedAsync(admin, new() { ["WorkflowState"] = file["WorkflowState"]!.DeepClone() }, "required");
        using var twice = await ImportAsync(admin, file, Changed(file, state => state["instanceId"] = id + "-copy"));
        await ShouldBeRefused(twice, "exists");

        using var none = await SendAsync(admin, HttpMethod.Get, $"/workflow-instances/{id}");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Export_ForWhoSeesMaskedValues_CannotBeImported()
    {
        using var admin = Hub.Admin();
        var (_, id) = await StartAsync(admin);
        using var engineer = await Hub.WithRoleAsync("engineer");

        var masked = await GetAsync(engineer, $"/workflow-instances/{id}/export");

        masked.ToJsonString().ShouldNotContain("Ада");
        await RefusedAsync(admin, masked, "required");
    }

    /// <summary>An instance that knows a name and waits for the event of its definition's id.</summary>
    private static async Task<(string DefinitionId, string Id)> StartAsync(HttpClient admin)
    {
        var definitionId = NewId("transfer");
        var model = Waiting(definitionId);
        model["root"] = Activity("S", "Elsa.Sequence", ("activities", new JsonArray(
            Activity("E", "Elsa.Event", ("eventName", Input("Literal", definitionId))),
            Activity("N", "Elsa.SetName", ("value", Input("JavaScript", "getName() + ', далее'"))))));
        await SaveAsync(admin, model, publish: true);
        using var executed = await SendAsync(admin, HttpMethod.Post, $"/workflow-definitions/{definitionId}/execute", new { });
        return (definitionId, executed.Headers.GetValues("x-elsa-workflow-instance-id").Single());
    }

    private static JsonObject Changed(JsonObject file, Action<JsonNode> change)
    {
        var copy = file.DeepClone().AsObject();
        change(copy["HubInstance"]!["state"]!);
        return copy;
    }

    private static async Task RefusedAsync(HttpClient client, JsonObject file, string code)
    {
        using var refused = await ImportAsync(client, file);
        await ShouldBeRefused(refused, code);
    }

    private static async Task<HttpResponseMessage> ImportAsync(HttpClient client, params JsonObject[] files)
    {
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < files.Length; i++)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(files[i].ToJsonString()));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            form.Add(content, "files", $"instance{i}.json");
        }

        return await client.PostAsync(Api + ImportPath, form);
    }
}
