using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>Addresses that resume a waiting instance for whoever has them.</summary>
public abstract class AddressApiTests(HubHost hub) : ElsaApiTests(hub)
{
    [Theory]
    [InlineData("GET", null)]
    [InlineData("POST", "paid in full")]
    public async Task EventAddress_MadeByAScript_ResumesItsInstanceForAnybody(string method, string? input)
    {
        using var admin = Hub.Admin();
        var (first, address) = await StartAsync(admin, "createEventTriggerUrl('paid', TimeSpan.FromHours(1))");
        var (second, _) = await StartAsync(admin, "createEventTriggerUrl('paid')");
        using var nobody = Hub.Client();

        using var answer = await nobody.SendAsync(new(new(method), address) { Content = input is null ? null : JsonContent.Create(new { input }) });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var instance = await GetAsync(admin, $"/workflow-instances/{first}");
        Text(instance["subStatus"]).ShouldBe("Finished");
        (instance["workflowState"]!["output"]!["payload"]?.GetValue<string>()).ShouldBe(input);
        Text((await GetAsync(admin, $"/workflow-instances/{second}"))["subStatus"]).ShouldBe("Suspended");
        (await nobody.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, "nothing waits any more, which is no error");
    }

    [Fact]
    public async Task BookmarkAddress_ResumesAtThatBookmark()
    {
        using var admin = Hub.Admin();
        var (id, _) = await StartAsync(admin, "'none'");
        var bookmark = Text((await GetAsync(admin, $"/workflow-instances/{id}"))["workflowState"]!["bookmarks"]![0]!["id"]);
        var made = await PostAsync(admin, $"/workflow-instances/{id}/bookmarks/{bookmark}/resume-url", new { expiresIn = "00:10:00" });
        using var nobody = Hub.Client();

        using var answer = await nobody.PostAsync(Text(made["url"]), JsonContent.Create(new { input = "by hand" }));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Text((await GetAsync(admin, $"/workflow-instances/{id}"))["workflowState"]!["output"]!["payload"]).ShouldBe("by hand");
        using var unknown = await SendAsync(admin, HttpMethod.Post, $"/workflow-instances/{id}/bookmarks/{bookmark}/resume-url", new { });
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var forever = await SendAsync(admin, HttpMethod.Post, $"/workflow-instances/{id}/bookmarks/{bookmark}/resume-url", new { expiresIn = "400.00:00:00" });
        await ShouldBeRefused(forever, "out_of_range");
    }

    [Theory]
    [InlineData("GET", "/events/trigger")]
    [InlineData("POST", "/events/trigger?t=")]
    [InlineData("GET", "/events/trigger?t=AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA")]
    [InlineData("POST", "/bookmarks/resume?t=%00")]
    public async Task Address_BadToken_IsAProblem(string method, string path)
    {
        using var nobody = Hub.Client();

        using var answer = await SendAsync(nobody, new(method), path);

        await ShouldBeRefused(answer, "invalid_token");
    }

    [Fact]
    public async Task EventAddress_TermIsOver_IsRefused()
    {
        using var admin = Hub.Admin();
        var (_, address) = await StartAsync(admin, "createEventTriggerUrl('paid', DateTime.UtcNow.AddSeconds(-1))");
        using var nobody = Hub.Client();

        using var answer = await nobody.GetAsync(address);

        await ShouldBeRefused(answer, "expired_token");
    }

    /// <summary>A workflow that makes an address, and then waits for the event.</summary>
    private static async Task<(string Instance, Uri Address)> StartAsync(HttpClient admin, string script)
    {
        var id = NewId("address");
        var model = new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = id,
            ["outputs"] = new JsonArray(new JsonObject { ["name"] = "address", ["type"] = "String" }, new JsonObject { ["name"] = "payload", ["type"] = "String" }),
            ["root"] = Activity("S", "Elsa.Sequence", ("activities", new JsonArray(
                Activity("A", "Elsa.SetOutput", ("outputName", Input("Literal", "address")), ("outputValue", Input("JavaScript", script))),
                Activity("E", "Elsa.Event", ("eventName", Input("Literal", "paid")), ("result", new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "payload" } }))))),
        };
        await SaveAsync(admin, model, publish: true);
        var state = (await PostAsync(admin, $"/workflow-definitions/{id}/execute"))["workflowState"]!;
        var address = new Uri(Text(state["output"]!["address"]), UriKind.RelativeOrAbsolute);
        return (Text(state["id"]), address.IsAbsoluteUri ? new Uri(admin.BaseAddress!, address.PathAndQuery) : address);
    }
}
