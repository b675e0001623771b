using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>What the designer offers.</summary>
public abstract class DescriptorApiTests(HubHost hub) : ElsaApiTests(hub)
{
    [Fact]
    public async Task Activities_AreUniqueCompleteAndCompressed()
    {
        using var admin = Hub.Admin();
        var plain = await admin.GetByteArrayAsync($"{Api}/descriptors/activities?Refresh=True");
        var items = ItemsOf(JsonNode.Parse(plain)!).ToList();

        items.Select(item => (Text(item["typeName"]), Number(item["version"]))).Distinct().Count().ShouldBe(items.Count);
        items.Select(item => Text(item["typeName"])).ShouldContain("Mcu.MessageReceived");
        items.Single(item => Text(item["typeName"]) == "Elsa.NotFoundActivity")["isBrowsable"]!.GetValue<bool>().ShouldBeFalse();
        foreach (var input in items.SelectMany(item => item["inputs"]!.AsArray()))
        {
            // Without these the designer's property pane throws.
            Text(input!["uiHint"]).ShouldNotBeEmpty();
            input["isBrowsable"].ShouldNotBeNull();
            input["isWrapped"].ShouldNotBeNull();
        }

        foreach (var encoding in new[] { "br", "gzip" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/descriptors/activities");
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
            using var response = await admin.SendAsync(request);
            response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
            response.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
            (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(plain.Length / 4);
        }
    }

    [Theory]
    [InlineData("variables")]
    [InlineData("storage-drivers")]
    [InlineData("workflow-activation-strategies")]
    [InlineData("incident-strategies")]
    [InlineData("log-persistence-strategies")]
    [InlineData("commit-strategies/workflows")]
    [InlineData("commit-strategies/activities")]
    [InlineData("expression-descriptors")]
    public async Task List_OfChoices_IsNeverEmpty(string list)
    {
        using var admin = Hub.Admin();

        var answer = await GetAsync(admin, $"/descriptors/{list}");

        Number(answer["count"]).ShouldBe(ItemsOf(answer).Count());
        Number(answer["count"]).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Options_OfAnInput_AreItsSpecifications()
    {
        using var admin = Hub.Admin();

        var options = await PostAsync(admin, "/descriptors/activities/Elsa.FlowSwitch/options/Mode", new { context = new { } });

        options["items"]!["dropdown"]!["selectList"]!["items"]!.AsArray().Select(item => Text(item!["value"])).ShouldBe(["MatchFirst", "MatchAny"]);
    }

    [Fact]
    public async Task OutputConverters_WithoutTypes_AreRefused()
    {
        using var admin = Hub.Admin();

        Number((await GetAsync(admin, "/descriptors/output-converters?sourceType=Object&destinationType=String"))["count"]).ShouldBe(0);
        using var refused = await SendAsync(admin, HttpMethod.Get, "/descriptors/output-converters");
        (await ShouldBeRefused(refused, "required")).Split('\n').Length.ShouldBe(2);
    }

    [Fact]
    public async Task Features_NameLiveUpdates_AndNothingThatIsNotThere()
    {
        using var admin = Hub.Admin();

        var names = ItemsOf(await GetAsync(admin, "/features/installed")).Select(feature => Text(feature["fullName"])).ToList();

        names.ShouldContain("Elsa.RealTimeWorkflowUpdates");
        names.ShouldNotContain("Elsa.Resilience");
        names.ShouldNotContain("Elsa.Alterations.ShellFeatures.Alterations");
    }
}
