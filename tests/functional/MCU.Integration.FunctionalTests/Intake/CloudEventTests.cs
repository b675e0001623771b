using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Intake;

public abstract class CloudEventTests(HubHost hub) : HubTests(hub)
{
    [Fact]
    public async Task Send_Event_TakesItsDocumentUnderSourceAndId()
    {
        using var client = Hub.Admin();

        using var response = await client.PostAsync(Documents.CardStatus, Event(Envelope("e-1", Documents.NewCardStatus())));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await JsonOf(await client.GetAsync(response.Headers.Location))).GetProperty("dedupKey").GetString().ShouldBe("/sed#e-1");
    }

    [Fact]
    public async Task Send_SameEventAgain_GetsTheFirstAnswer()
    {
        using var client = Hub.Admin();
        var envelope = Envelope("e-2", Documents.NewCardStatus());

        using var first = await client.PostAsync(Documents.CardStatus, Event(envelope));
        using var second = await client.PostAsync(Documents.CardStatus, Event(envelope));

        second.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Fact]
    public async Task Send_IncompleteEnvelope_NamesEveryMissingAttribute()
    {
        using var client = Hub.Admin();

        using var response = await client.PostAsync(Documents.CardStatus, Event(new JsonObject { ["specversion"] = "0.3", ["id"] = "" }));

        PointersOf(await ShouldBeProblem(response, HttpStatusCode.BadRequest, "malformed")).Order().ShouldBe(["/data", "/id", "/source", "/specversion", "/type"]);
    }

    private static JsonObject Envelope(string id, JsonObject data) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = "/sed",
        ["type"] = "sed.card.status",
        ["data"] = data,
    };

    private static HttpContent Event(JsonObject envelope) =>
        Documents.Bytes(Encoding.UTF8.GetBytes(envelope.ToJsonString()), "application/cloudevents+json; charset=utf-8");
}
