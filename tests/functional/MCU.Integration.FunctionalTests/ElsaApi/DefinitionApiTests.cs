using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>Lists, versions, files and bulk actions of definitions.</summary>
public abstract class DefinitionApiTests(HubHost hub) : ElsaApiTests(hub)
{
    [Fact]
    public async Task List_AsTheDesignerAsks_PagesAndFilters()
    {
        using var admin = Hub.Admin();
        var stem = NewId("list");
        foreach (var name in new[] { "b", "a", "c" })
        {
            await SaveAsync(admin, Flow($"{stem}-{name}"), publish: name != "c");
        }

        var page = await GetAsync(admin, $"/workflow-definitions?versionOptions=Latest&Page=1&PageSize=2&SearchTerm={stem.ToUpperInvariant()}&IsSystem=False&OrderDirection=Ascending");
        Number(page["totalCount"]).ShouldBe(3);
        ItemsOf(page).Select(row => Text(row["name"])).ShouldBe([$"{stem}-c"]);
        LinksOf(page).ShouldContain("bulk-publish");
        LinksOf(ItemsOf(page).Single()).ShouldContain("publish");

        (await NamesAsync(admin, $"versionOptions=Published&SearchTerm={stem}")).ShouldBe([$"{stem}-a", $"{stem}-b"]);
        (await NamesAsync(admin, $"versionOptions=&SearchTerm={stem}&orderBy=name&orderdirection=descending")).ShouldBe([$"{stem}-c", $"{stem}-b", $"{stem}-a"]);
        (await NamesAsync(admin, $"DefinitionIds={stem}-a&DefinitionIds={stem}-c&versionOptions=LatestOrPublished")).ShouldBe([$"{stem}-a", $"{stem}-c"]);
        (await NamesAsync(admin, $"SearchTerm={stem}&IsSystem=True")).ShouldBeEmpty();
        using var wrong = await SendAsync(admin, HttpMethod.Get, "/workflow-definitions?versionOptions=Sometimes");
        await ShouldBeRefused(wrong, "unknown_version_options");
    }

    [Fact]
    public async Task Versions_PublishedRetractedRevertedDeleted_FollowElsasRules()
    {
        using var admin = Hub.Admin();
        var id = NewId("versions");
        var first = await SaveAsync(admin, Flow(id, "one"), publish: true);
        await SaveAsync(admin, Flow(id, "two"));
        var published = await PostAsync(admin, $"/workflow-definitions/{id}/publish");
        Flag(published["alreadyPublished"]).ShouldBeFalse();
        LinksOf(published["workflowDefinition"]!).ShouldContain("publish");
        Flag((await PostAsync(admin, $"/workflow-definitions/{id}/publish"))["alreadyPublished"]).ShouldBeTrue();

        var reverted = await PostAsync(admin, $"/workflow-definitions/{id}/revert/1");
        Number(reverted["version"]).ShouldBe(3);
        var third = await GetAsync(admin, $"/workflow-definitions/by-id/{Text(reverted["id"])}");
        Text(third["root"]!["activities"]![0]!["text"]!["expression"]!["value"]).ShouldBe("one");
        LinksOf(third).ShouldContain("publish");

        // Instances of old versions are shown by the version's id.
        Number((await GetAsync(admin, $"/workflow-definitions?versionOptions=&Ids={Text(first["id"])}"))["totalCount"]).ShouldBe(1);
        Text((await GetAsync(admin, $"/workflow-definitions/by-id/{Text(first["id"])}"))["definitionId"]).ShouldBe(id);

        var retracted = await PostAsync(admin, $"/workflow-definitions/{id}/retract");
        Flag(retracted["isPublished"]).ShouldBeFalse();
        Number(retracted["version"]).ShouldBe(2);
        LinksOf(retracted).ShouldContain("publish");
        using var twice = await SendAsync(admin, HttpMethod.Post, $"/workflow-definitions/{id}/retract", new { });
        await ShouldBeRefused(twice, "not_published");

        await CallAsync(admin, HttpMethod.Delete, $"/workflow-definition-versions/{Text(third["id"])}");
        var latest = await LatestAsync(admin, id);
        Number(latest["version"]).ShouldBe(2);
        Flag(latest["isLatest"]).ShouldBeTrue();
        Number((await GetAsync(admin, $"/workflow-definitions/many-by-id?ids={Text(first["id"])}&ids={Text(latest["id"])}"))["count"]).ShouldBe(2);

        await CallAsync(admin, HttpMethod.Delete, $"/workflow-definitions/{id}");
        using var gone = await SendAsync(admin, HttpMethod.Delete, $"/workflow-definitions/{id}");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var unknown = await SendAsync(admin, HttpMethod.Get, $"/workflow-definitions/by-definition-id/{id}");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Name_OfALatestVersion_IsTakenForOthers()
    {
        using var admin = Hub.Admin();
        var id = NewId("name");
        await SaveAsync(admin, Flow(id));

        (await IsUniqueAsync(admin, $"name={id}")).ShouldBeFalse();
        (await IsUniqueAsync(admin, $"name={id}&definitionId={id}")).ShouldBeTrue();
        (await IsUniqueAsync(admin, "name=Workflow%2077")).ShouldBeTrue();
    }

    [Fact]
    public async Task Export_ImportedBack_IsTheSameFile()
    {
        using var admin = Hub.Admin();
        var id = NewId("file");
        var model = Flow(id);
        model["own"] = new JsonObject { ["b"] = 1, ["a"] = "т" };
        model["variables"] = new JsonArray(new JsonObject { ["id"] = "v", ["name"] = "V", ["typeName"] = "Int32", ["value"] = 5 });
        await SaveAsync(admin, model);
        var (name, file) = await DownloadAsync(admin, HttpMethod.Get, $"/workflow-definitions/{id}/export?versionOptions=1");
        name.ShouldEndWith(".json");
        var text = Encoding.UTF8.GetString(file);
        text.ShouldStartWith("{\n  \"$schema\": \"https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json\"");
        text.ShouldContain("\"value\": \"5\"", customMessage: "the designer takes texts only");
        await CallAsync(admin, HttpMethod.Delete, $"/workflow-definitions/{id}");

        var imported = await PostAsync(admin, "/workflow-definitions/import", JsonNode.Parse(file)!);
        Text(imported["definitionId"]).ShouldBe(id);
        Text(imported["id"]).ShouldBe(Text(JsonNode.Parse(file)!["id"]));
        Flag(imported["isPublished"]).ShouldBeFalse();
        LinksOf(imported).ShouldContain("publish");

        var (_, again) = await DownloadAsync(admin, HttpMethod.Get, $"/workflow-definitions/{id}/export?versionOptions=Latest");
        WithoutDate(again).ShouldBe(WithoutDate(file));
        using var nothing = await SendAsync(admin, HttpMethod.Post, "/workflow-definitions/import", new { name = "x" });
        await ShouldBeRefused(nothing, "required");
    }

    [Fact]
    public async Task Import_FilesAndZips_MakeDrafts()
    {
        using var admin = Hub.Admin();
        string[] ids = [NewId("zip"), NewId("zip")];
        var versions = new List<string>();
        foreach (var id in ids)
        {
            versions.Add(Text((await SaveAsync(admin, Flow(id)))["id"]));
        }

        var (_, zip) = await DownloadAsync(admin, HttpMethod.Post, "/bulk-actions/export/workflow-definitions", new { ids = versions, includeConsumingWorkflows = false });
        using (var archive = new ZipArchive(new MemoryStream(zip)))
        {
            archive.Entries.Count.ShouldBe(2);
        }

        Number((await PostAsync(admin, "/bulk-actions/delete/workflow-definitions/by-definition-id", new { definitionIds = ids }))["deleted"]).ShouldBe(2);
        using var upload = new MultipartFormDataContent
        {
            { new ByteArrayContent(zip) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } }, "files", "all.zip" },
        };
        using var response = await admin.PostAsync($"{Api}/workflow-definitions/import-files", upload);
        (await JsonOf(response)).GetProperty("count").GetInt32().ShouldBe(2);
        Number((await LatestAsync(admin, ids[1]))["version"]).ShouldBe(1);

        using var noZip = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "files", "all.zip" } };
        using var refused = await admin.PostAsync($"{Api}/workflow-definitions/import-files", noZip);
        await ShouldBeRefused(refused, "malformed_zip");
    }

    [Fact]
    public async Task BulkActions_OnSeveral_TellWhatBecameOfEach()
    {
        using var admin = Hub.Admin();
        string[] ids = [NewId("bulk"), NewId("bulk")];
        await SaveAsync(admin, Flow(ids[0]), publish: true);
        var draft = await SaveAsync(admin, Flow(ids[1]));

        var published = await PostAsync(admin, "/bulk-actions/publish/workflow-definitions/by-definition-ids", new { definitionIds = ids.Append("nope") });
        Names(published["published"]).ShouldBe([ids[1]]);
        Names(published["alreadyPublished"]).ShouldBe([ids[0]]);
        Names(published["notFound"]).ShouldBe(["nope"]);
        Names(published["updatedConsumers"]).ShouldBeEmpty();

        var retracted = await PostAsync(admin, "/bulk-actions/retract/workflow-definitions/by-definition-ids", new { definitionIds = ids.Append("nope") });
        Names(retracted["retracted"]).ShouldBe(ids);
        Names(retracted["notFound"]).ShouldBe(["nope"]);
        Names((await PostAsync(admin, "/bulk-actions/retract/workflow-definitions/by-definition-ids", new { definitionIds = ids }))["alreadyRetracted"]).ShouldBe(ids);

        Number((await PostAsync(admin, "/bulk-actions/delete/workflow-definitions/by-id", new { ids = new[] { Text(draft["id"]), "nope" } }))["deleted"]).ShouldBe(1);
        Number((await PostAsync(admin, "/bulk-actions/delete/workflow-definitions/by-definition-id", new { definitionIds = ids }))["deleted"]).ShouldBe(1);
    }

    [Fact]
    public async Task Graph_OfAWorkflowUsedAsActivity_OpensWhatIsInside()
    {
        using var admin = Hub.Admin();
        var innerId = NewId("inner");
        var inner = Flow(innerId);
        inner["options"] = new JsonObject { ["usableAsActivity"] = true };
        var used = await SaveAsync(admin, inner, publish: true);
        var descriptor = ItemsOf(await GetAsync(admin, "/descriptors/activities?Refresh=True")).Single(item =>
            item["constructionProperties"]!["WorkflowDefinitionId"]?.GetValue<string>() == innerId);
        var outer = Flow(NewId("outer"));
        outer["root"]!["activities"]!.AsArray().Add(Activity(
            "Call", Text(descriptor["typeName"]), ("workflowDefinitionId", innerId), ("workflowDefinitionVersionId", Text(used["id"]))));

        var saved = await SaveAsync(admin, outer, publish: true);

        var call = saved["root"]!["activities"]![1]!;
        Text(call["type"]).ShouldBe(Text(descriptor["typeName"]));
        var subgraph = await GetAsync(admin, $"/workflow-definitions/subgraph/{Text(saved["id"])}?parentNodeId={Text(call["nodeId"])}");
        var insideRoot = subgraph["activity"]!["root"]!["root"]!;
        Text(insideRoot["type"]).ShouldBe("Elsa.Flowchart");
        Text(insideRoot["nodeId"]).ShouldStartWith(Text(call["nodeId"]) + ":");
        var deep = Text(insideRoot["activities"]![0]!["nodeId"]);
        var segments = await GetAsync(admin, $"/workflow-definitions/subgraph/segments/{Text(saved["id"])}?childNodeId={deep}");
        Text(segments["childNode"]!["nodeId"]).ShouldBe(deep);
        Text(segments["container"]!["nodeId"]).ShouldBe(Text(insideRoot["nodeId"]));
        segments["pathSegments"]!.AsArray().Select(segment => Text(segment!["activityId"])).ShouldBe(["Call"]);
        Names((await GetAsync(admin, $"/workflow-definitions/{innerId}/consumers"))["consumingWorkflowDefinitionIds"]).ShouldBe([Text(outer["definitionId"])]);

        // A newer version of the used workflow takes nothing from those that still use the older one.
        await SaveAsync(admin, inner, publish: true);
        Text((await LatestAsync(admin, Text(outer["definitionId"])))["root"]!["activities"]![1]!["type"]).ShouldBe(Text(descriptor["typeName"]));
    }

    [Fact]
    public async Task Test_OfAnActivity_RunsItAloneWithTheTestValues()
    {
        using var admin = Hub.Admin();
        var model = Waiting(NewId("try"));
        model["customProperties"] = new JsonObject { ["VariableTestValues"] = new JsonObject { ["v1"] = "Грейс" } };
        var saved = await SaveAsync(admin, model);
        var handle = new { definitionVersionId = Text(saved["id"]) };

        var result = await PostAsync(admin, "/tests/activities", new { workflowDefinitionHandle = handle, activityHandle = new { activityNodeId = "Workflow1:F:S" } });

        Text(result["status"]).ShouldBe("Completed");
        Text(result["activityState"]!["Value"]).ShouldBe("Грейс Лавлейс");
        Number((await PostAsync(admin, "/workflow-instances", new { definitionId = Text(saved["definitionId"]) }))["totalCount"]).ShouldBe(0);
        using var missing = await SendAsync(admin, HttpMethod.Post, "/tests/activities", new { workflowDefinitionHandle = handle, activityHandle = new { activityId = "nope" } });
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ScriptDeclarations_OfADefinition_NameItsVariablesAndGlobals()
    {
        using var admin = Hub.Admin();
        var saved = await SaveAsync(admin, Waiting(NewId("types")));

        using var response = await SendAsync(
            admin, HttpMethod.Post, $"/scripting/javascript/type-definitions/{Text(saved["definitionId"])}", new { activityTypeName = "Elsa.RunJavaScript", propertyName = "Script" });

        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/x-typescript");
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("declare function getName(): string;");
        text.ShouldContain("declare function getVariable(name: string): any;");
        text.ShouldContain("declare function setOutcome(name: string): void;");
        text.ShouldContain("  Known: string;");
        using var unknown = await SendAsync(admin, HttpMethod.Post, "/scripting/javascript/type-definitions/nope", new { });
        (await unknown.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> NamesAsync(HttpClient client, string query) =>
        ItemsOf(await GetAsync(client, $"/workflow-definitions?{query}")).Select(row => Text(row["name"]));

    private static async Task<bool> IsUniqueAsync(HttpClient client, string query) => Flag((await GetAsync(client, $"/workflow-definitions/validation/is-name-unique?{query}"))["isUnique"]);

    private static async Task<(string Name, byte[] Content)> DownloadAsync(HttpClient client, HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(client, method, path, body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        return (response.Content.Headers.ContentDisposition.FileName!.Trim('"'), await response.Content.ReadAsByteArrayAsync());
    }

    private static string WithoutDate(byte[] file)
    {
        var json = JsonNode.Parse(file)!.AsObject();
        json.Remove("createdAt");
        return json.ToJsonString();
    }
}
