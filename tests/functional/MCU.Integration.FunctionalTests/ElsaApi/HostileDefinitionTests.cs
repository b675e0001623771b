using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>Definitions that no designer makes. Each is taken or refused with a reason; what was taken can be shown, published and run without a fault of the hub.</summary>
public abstract class HostileDefinitionTests(HubHost hub) : ElsaApiTests(hub)
{
    /// <summary>JSON in the place of any part. The last texts are none that UTF-8, or a text column, can hold.</summary>
    private static readonly string[] Values = ["null", "true", "-1", "1e999", "\"\"", "[]", "{}", "[[null]]", "\"\\ud800\"", "\"\\u0000\""];

    [Fact]
    public async Task Definition_WithAnyPartReplaced_NeverFaultsTheHub()
    {
        using var admin = Hub.Admin();
        var id = NewId("hostile");
        var model = Waiting(id).ToJsonString();
        var parts = PartsOf(JsonNode.Parse(model)!, "").ToList();
        List<string> faults = [];
        for (var i = 0; i < parts.Count; i++)
        {
            // Each part meets another value, and all values meet many parts.
            var body = $$"""{"model":{{Replaced(model, parts[i], Values[i % Values.Length])}},"publish":false}""";
            using var saved = await CallAsync("/workflow-definitions", body);
            if (saved.StatusCode == HttpStatusCode.OK)
            {
                var kept = JsonNode.Parse(await saved.Content.ReadAsStringAsync())!["workflowDefinition"]!;
                var path = $"/workflow-definitions/{Uri.EscapeDataString(Text(kept["definitionId"]))}";
                using var published = await CallAsync($"{path}/publish", "{}");
                using var executed = await CallAsync($"{path}/execute", """{"versionOptions":"Latest","triggerActivityId":"S"}""");
                using var deleted = await SendAsync(admin, HttpMethod.Delete, path);
            }
        }

        faults.ShouldBeEmpty();

        async Task<HttpResponseMessage> CallAsync(string path, string body)
        {
            var response = await admin.PostAsync(Api + path, new StringContent(body, Encoding.UTF8, "application/json"));

            // A run that faults is told by a 500 with its state; a fault of the hub has none.
            var told = await response.Content.ReadAsStringAsync();
            var ranAndFaulted = response.StatusCode == HttpStatusCode.InternalServerError && told.Contains("\"workflowState\"", StringComparison.Ordinal);
            if (!ranAndFaulted && response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound))
            {
                faults.Add($"{path} {(int)response.StatusCode}: {body}");
            }

            return response;
        }
    }

    [Theory]
    [InlineData("{\"model\":{\"name\":\"x\",\"name\":\"y\",\"root\":{\"id\":\"R\",\"type\":\"Elsa.Flowchart\"}}}")]
    [InlineData("{\"model\":[]}")]
    [InlineData("{\"model\":\"text\"}")]
    [InlineData("{\"publish\":\"maybe\"}")]
    [InlineData("\ufeff\u0000")]
    public async Task Save_OfWhatIsNoDefinition_IsRefused(string body)
    {
        using var admin = Hub.Admin();

        using var refused = await admin.PostAsync($"{Api}/workflow-definitions", new StringContent(body, Encoding.UTF8, "application/json"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Save_TooDeepOrTooLarge_IsRefused()
    {
        using var admin = Hub.Admin();
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);
        foreach (var (path, wrap) in new[] { ("/workflow-definitions", true), ("/workflow-definitions/import", false) })
        {
            using var tooDeep = await PostTextAsync(admin, path, Wrapped("""{"name":"deep","root":{"id":"R","type":"Elsa.Flowchart","own":""" + deep + "}}", wrap));
            tooDeep.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }
    }

    private static string Wrapped(string model, bool wrap) => wrap ? $$"""{"model":{{model}}}""" : model;

    private static Task<HttpResponseMessage> PostTextAsync(HttpClient client, string path, string text) =>
        client.PostAsync(Api + path, new StringContent(text, Encoding.UTF8, "application/json"));

    private static IEnumerable<string> PartsOf(JsonNode node, string pointer) => node switch
    {
        JsonObject json => json.SelectMany(property => Below(property.Value, $"{pointer}/{property.Key}")),
        JsonArray items => items.SelectMany((item, i) => Below(item, $"{pointer}/{i}")),
        _ => [],
    };

    private static IEnumerable<string> Below(JsonNode? node, string pointer) => node is null ? [pointer] : [pointer, .. PartsOf(node, pointer)];

    /// <summary>As text: a value that is no JSON to us can be sent all the same.</summary>
    private static string Replaced(string model, string pointer, string value)
    {
        const string mark = "8c9e1f";
        var copy = JsonNode.Parse(model)!;
        var steps = pointer.Split('/')[1..];
        var at = steps[..^1].Aggregate(copy, (node, step) => node is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        if (at is JsonArray list)
        {
            list[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = mark;
        }
        else
        {
            at[steps[^1]] = mark;
        }

        return copy.ToJsonString().Replace($"\"{mark}\"", value, StringComparison.Ordinal);
    }
}
