using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;
using MCU.Integration.Hub.CommandLine;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>What an engineer publishes in the designer, from the next message to the file under version control.</summary>
public abstract class PublishedChangeTests(HubHost hub) : ElsaApiTests(hub)
{
    private const string Workflow = "status-sync";

    [Fact]
    public async Task Step_AddedToAShippedWorkflow_IsFollowedByTheNextMessage_ShownByDiffAndWrittenByExport()
    {
        using var admin = Hub.Admin();
        var shipped = await LatestAsync(admin, Workflow);
        var resume = NewId("resume");
        try
        {
            var pausing = await PublishAsync(admin, shipped, Activity("step", "Elsa.Event", ("eventName", Input("Literal", resume))));
            var waiting = await SendAsync(admin, pausing, instance => Text(instance["subStatus"]) == "Suspended");
            var naming = await PublishAsync(admin, shipped, Activity("step", "Elsa.SetName", ("value", Input("Literal", "по-новому"))));
            var next = await SendAsync(admin, naming, instance => Text(instance["status"]) == "Finished");

            Text(next["name"]).ShouldBe("по-новому");
            await PostAsync(admin, $"/events/{resume}/trigger", new { workflowExecutionMode = "Synchronous" });
            var old = await GetAsync(admin, $"/workflow-instances/{Text(waiting["id"])}");
            Text(old["status"]).ShouldBe("Finished");
            Number(old["version"]).ShouldBe(pausing, "what waits finishes on the version that it started with");
            old["name"]?.GetValue<string>().ShouldNotBe("по-новому");

            var diff = await RunAsync("diff");
            diff.ShouldContain($"workflow/{Workflow}");
            diff.ShouldContain("+ activity step");
            diff.ShouldContain("+ connection step.Done → end");
            Names(JsonNode.Parse(await ExportedAsync())!["root"]!["activities"], "id").ShouldContain("step");
        }
        finally
        {
            foreach (var version in ItemsOf(await GetAsync(admin, $"/workflow-definitions?versionOptions=AllVersions&DefinitionIds={Workflow}")).Where(row => Text(row["id"]) != Text(shipped["id"])))
            {
                await CallAsync(admin, HttpMethod.Delete, $"/workflow-definition-versions/{Text(version["id"])}");
            }

            await PostAsync(admin, $"/workflow-definitions/{Workflow}/publish");
        }

        (await RunAsync("diff")).ShouldContain("0 changed");
    }

    /// <summary>Publishes the workflow with a step after the trigger of the СЭД, where it ends then: nobody knows the cards of these tests. Returns the version.</summary>
    private static async Task<int> PublishAsync(HttpClient admin, JsonObject shipped, JsonObject step)
    {
        var edited = await LatestAsync(admin, Workflow);
        edited["root"] = shipped["root"]!.DeepClone();
        var activities = edited["root"]!["activities"]!.AsArray();
        activities.Add(step);
        activities.Add(Activity("end", "Elsa.Finish"));
        var connections = edited["root"]!["connections"]!.AsArray();
        connections.Single(connection => Text(connection!["source"]!["activity"]) == "fromSed")!["target"]!["activity"] = "step";
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = "step", ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = "end", ["port"] = "In" },
        });
        return Number((await SaveAsync(admin, edited, publish: true))["version"]);
    }

    /// <summary>Sends a status of the СЭД; returns the instance of that version once it stands as told.</summary>
    private static async Task<JsonObject> SendAsync(HttpClient admin, int version, Func<JsonObject, bool> stands)
    {
        using var sent = await admin.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));
        sent.EnsureSuccessStatusCode();
        return await UntilAsync(
            async () => ItemsOf(await PostAsync(admin, "/workflow-instances", new { definitionId = Workflow }))
                .FirstOrDefault(instance => Number(instance["version"]) == version && stands(instance)),
            $"an instance of version {version} that stands as told");
    }

    private async Task<string> ExportedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hub-export-");
        try
        {
            await RunAsync("export", folder.FullName);
            return await File.ReadAllTextAsync(Path.Combine(folder.FullName, "workflows", $"{Workflow}.json"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        await HubCommands.TryRunAsync([.. arguments, "--url", Hub.Url.ToString(), "--key", Hub.AdminKey], output, output);
        return output.ToString();
    }

    private static IEnumerable<string> Names(JsonNode? list, string property) => list!.AsArray().Select(item => Text(item![property]));
}
