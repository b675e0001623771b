using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Faults;

namespace MCU.Integration.Mocks.Tests;

public sealed class SedMockTests
{
    [Fact]
    public async Task Create_WithoutPassword_IsRefused()
    {
        await using var city = Start();
        using var client = new CityClient(city);

        (await client.PosAsync(HttpMethod.Post, new Uri(city.SedUrl, "/cards").ToString(), Card("84512001"))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Create_TwiceWithOneIdempotencyKey_MakesTwoCards()
    {
        await using var city = Start();
        using var client = new CityClient(city);

        await client.SedAsync(HttpMethod.Post, "/cards", Card("84512001"), "key-1");
        await client.SedAsync(HttpMethod.Post, "/cards", Card("84512001"), "key-1");

        city.State()["sed"]!["cards"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Probe_ByExternalReference_FindsTheCard()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        (await client.SedAsync(HttpMethod.Get, "/cards?external_ref=pos:84512001")).Body["total"]!.GetValue<int>().ShouldBe(0);

        var (_, created) = await client.SedAsync(HttpMethod.Post, "/cards", Card("84512001"));
        var (_, found) = await client.SedAsync(HttpMethod.Get, "/cards?external_ref=pos:84512001");

        found["items"]![0]!["card_id"]!.ToString().ShouldBe(created["card_id"]!.ToString());
    }

    [Fact]
    public async Task Files_WithTheSameReference_ReplaceEachOther()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        var id = await CreateAsync(client, "84512001");

        await client.UploadAsync(city.SedUrl, $"/cards/{id}/files?ref=a", [1], "фото.png");
        await client.UploadAsync(city.SedUrl, $"/cards/{id}/files?ref=a", [1], "фото.png");

        TheCard(city)["files"]!.AsArray().Single()!.ToString().ShouldBe("фото.png");
    }

    [Fact]
    public async Task Note_WithTheSameReference_IsRefusedAndNamesTheFirst()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        var id = await CreateAsync(client, "84512001");
        var note = new JsonObject { ["ref"] = "hub:1:2", ["kind"] = "rated", ["text"] = "5 из 5" };

        var first = await client.SedAsync(HttpMethod.Post, $"/cards/{id}/notes", note);
        var second = await client.SedAsync(HttpMethod.Post, $"/cards/{id}/notes", note);

        second.Status.ShouldBe(409);
        second.Body["code"]!.ToString().ShouldBe("note_exists");
        second.Body["note_id"]!.ToString().ShouldBe(first.Body["note_id"]!.ToString());
    }

    [Fact]
    public async Task Life_OfACard_TellsTheHubInOrderWithGrowingRevisionAndSignature()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub);
        using var client = new CityClient(city);

        await CreateAsync(client, "84512002");
        await Eventually.HoldsAsync(() => hub.Taken.Count == 5 && city.IsIdle);

        hub.Taken.Select(item => item.Event["to"]!.ToString()).ShouldBe(["registered", "in_execution", "answer_signing", "executed", "filed"]);
        hub.Taken.Select(item => item.Event["revision"]!.GetValue<int>()).ShouldBe([1, 2, 3, 4, 5]);
        hub.Taken.ShouldAllBe(item => item.Event["event_id"]!.ToString() == item.Id);
    }

    [Fact]
    public async Task Life_WhileTheHubIsDown_TriesAgainUnderTheSameId()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret, refusals: 3);
        await using var city = Start(hub);
        using var client = new CityClient(city);

        await CreateAsync(client, "84512001");
        await Eventually.HoldsAsync(() => hub.Taken.Count == 3 && city.IsIdle);

        hub.Refused.Distinct().Single().ShouldBe(hub.Taken.First().Id);
        hub.Taken.Select(item => item.Event["revision"]!.GetValue<int>()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Life_WithAClarification_GoesOnAfterTheNote()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub);
        using var client = new CityClient(city);
        var id = await CreateAsync(client, "84512006");
        await Eventually.HoldsAsync(() => hub.Taken.Count == 3 && city.IsIdle);
        hub.Taken.Last().Event["to"]!.ToString().ShouldBe("clarification_requested");

        await client.SedAsync(HttpMethod.Post, $"/cards/{id}/notes", new JsonObject { ["ref"] = "r", ["kind"] = "clarified", ["text"] = "дом 67" });
        await Eventually.HoldsAsync(() => hub.Taken.Count == 5 && city.IsIdle);

        hub.Taken.Last().Event["to"]!.ToString().ShouldBe("executed");
    }

    [Fact]
    public async Task Life_AfterWithdrawal_Stops()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub);
        using var client = new CityClient(city);
        var id = await CreateAsync(client, "84512006");
        await Eventually.HoldsAsync(() => hub.Taken.Count == 3 && city.IsIdle);

        await client.SedAsync(HttpMethod.Post, $"/cards/{id}/notes", new JsonObject { ["ref"] = "r", ["kind"] = "withdrawn", ["text"] = "отозвано" });
        await Eventually.HoldsAsync(() => city.IsIdle);

        hub.Taken.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Reopen_OfAnExecutedCard_BeginsTheNextRoundAndNamesTheOrigin()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub);
        using var client = new CityClient(city);
        var id = await CreateAsync(client, "84512010");
        await Eventually.HoldsAsync(() => hub.Taken.Count == 3 && city.IsIdle);
        var body = new JsonObject { ["ref"] = "hub:1:7", ["round"] = 1, ["reason"] = "не сделано", ["origin_id"] = "hub:1:7" };

        (await client.SedAsync(HttpMethod.Post, $"/cards/{id}/reopen", body)).Status.ShouldBe(200);
        (await client.SedAsync(HttpMethod.Post, $"/cards/{id}/reopen", body)).Body["code"]!.ToString().ShouldBe("reopened_already");
        await Eventually.HoldsAsync(() => hub.Taken.Count == 6 && city.IsIdle);

        var events = hub.Taken.Select(item => item.Event).ToList();
        events.Select(item => item["to"]!.ToString()).ShouldBe(["registered", "in_execution", "executed", "reopened", "in_execution", "executed"]);
        events[3]["origin_id"]!.ToString().ShouldBe("hub:1:7");
    }

    [Fact]
    public async Task Life_WithALateEvent_BringsItAfterTheNewerOne()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub);
        using var client = new CityClient(city);

        await CreateAsync(client, "84512018");
        await Eventually.HoldsAsync(() => hub.Taken.Count == 4 && city.IsIdle);

        hub.Taken.Select(item => item.Event["revision"]!.GetValue<int>()).ShouldBe([1, 3, 2, 4]);
    }

    [Fact]
    public async Task Life_WithADuplicate_BringsTheSameEventTwice()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub);
        using var client = new CityClient(city);

        await CreateAsync(client, "84512016");
        await Eventually.HoldsAsync(() => hub.Taken.Count == 4 && city.IsIdle);

        hub.Taken.TakeLast(2).Select(item => item.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Shuffle_WhileSwitchedOn_RepeatsAnOlderEventUnderANewId()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub);
        using var client = new CityClient(city);
        city.Faults.Set(new Fault("sed", FaultProfile.Shuffle));

        await CreateAsync(client, "84512001");
        await Eventually.HoldsAsync(() => hub.Taken.Count == 4 && city.IsIdle);

        hub.Taken.Select(item => item.Event["revision"]!.GetValue<int>()).ShouldBe([1, 2, 1, 3]);
        hub.Taken.Select(item => item.Id).Distinct().Count().ShouldBe(4);
    }

    private static MockCity Start(HubDouble? hub = null) =>
        MockCity.Start(new MockCityOptions { Pace = 0, Hub = hub?.Url, CallbackFirstDelay = TimeSpan.FromMilliseconds(1) });

    private static JsonObject Card(string messageId) => new()
    {
        ["external_refs"] = new JsonArray(new JsonObject { ["system"] = "pos", ["id"] = messageId }),
        ["annotation"] = "Яма",
    };

    private static async Task<string> CreateAsync(CityClient client, string messageId) =>
        (await client.SedAsync(HttpMethod.Post, "/cards", Card(messageId))).Body["card_id"]!.ToString();

    private static JsonObject TheCard(MockCity city) => city.State()["sed"]!["cards"]!.AsArray().Single()!.AsObject();
}
