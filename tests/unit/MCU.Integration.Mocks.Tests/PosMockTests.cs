using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Mocks.Tests;

public sealed class PosMockTests
{
    private const string First = "84512001";
    private const string Clarified = "84512006";
    private const string Reopened = "84512010";

    [Fact]
    public async Task Token_WrongSecret_IsRefused()
    {
        await using var city = Start(1);
        using var client = new CityClient(city);

        (await client.TokenAsync(DemoCredentials.PosClientId, "wrong")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Token_AfterItsLife_IsRefused()
    {
        var time = new FakeTimeProvider();
        await using var city = Start(1, time);
        using var client = new CityClient(city);
        await client.SignInAsync();
        (await client.PosAsync(HttpMethod.Get, "/api/v1/messages")).Status.ShouldBe(200);

        time.Advance(TimeSpan.FromMinutes(5));

        (await client.PosAsync(HttpMethod.Get, "/api/v1/messages")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Messages_ReadByCursor_ComeOnceAndInOrderOfAppearance()
    {
        await using var city = await StartedAsync(5);
        using var client = await SignedInAsync(city);
        List<string> ids = [];
        string? cursor = null;
        bool more;
        do
        {
            var (_, page) = await client.PosAsync(HttpMethod.Get, $"/api/v1/messages?limit=2&cursor={cursor}");
            ids.AddRange(page["items"]!.AsArray().Select(item => item!["message_id"]!.ToString()));
            cursor = page["next_cursor"]!.ToString();
            more = page["has_more"]!.GetValue<bool>();
        }
        while (more);

        ids.Count.ShouldBe(5);
        ids.Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task Messages_MoreThanSamples_RepeatUnderNewIds()
    {
        await using var city = await StartedAsync(81);

        city.State()["pos"]!["messages"]!.AsArray().Select(message => message!["id"]!.ToString()).Distinct().Count().ShouldBe(81);
    }

    [Fact]
    public async Task Accept_SameKeyAgain_GivesTheFirstAnswer()
    {
        await using var city = await StartedAsync(1);
        using var client = await SignedInAsync(city);
        var body = new JsonObject { ["origin_id"] = "hub:1:1" };

        var first = await client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{First}/accept", body, "key-1");
        var second = await client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{First}/accept", body, "key-1");

        second.Status.ShouldBe(200);
        second.Body.ToJsonString().ShouldBe(first.Body.ToJsonString());
        History(city, First).ShouldBe(["NEW", "COORDINATION"]);
    }

    [Fact]
    public async Task Accept_SameKeyOtherBody_IsRefused()
    {
        await using var city = await StartedAsync(1);
        using var client = await SignedInAsync(city);
        await client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{First}/accept", new JsonObject { ["origin_id"] = "a" }, "key-1");

        (await client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{First}/accept", new JsonObject { ["origin_id"] = "b" }, "key-1")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Status_FromNew_IsRefusedAsImpossible()
    {
        await using var city = await StartedAsync(1);
        using var client = await SignedInAsync(city);

        var (status, body) = await client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{First}/status", new JsonObject { ["to"] = "IN_PROGRESS" });

        status.ShouldBe(409);
        body["code"]!.ToString().ShouldBe("transition_refused");
    }

    [Fact]
    public async Task Status_ThatItHasAlready_SaysSo()
    {
        await using var city = await StartedAsync(1);
        using var client = await SignedInAsync(city);
        await AcceptAsync(client, First);
        await StatusAsync(client, First, "IN_PROGRESS");

        var (status, body) = await client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{First}/status", new JsonObject { ["to"] = "IN_PROGRESS" });

        status.ShouldBe(409);
        body["code"]!.ToString().ShouldBe("already_in_status");
    }

    [Fact]
    public async Task Answer_WithUploadedFile_IsTaken()
    {
        await using var city = await StartedAsync(1);
        using var client = await SignedInAsync(city);
        await AcceptAsync(client, First);
        var (_, uploaded) = await client.UploadAsync(city.PosUrl, "/api/v1/files", [1, 2, 3], "ответ.pdf", "file-1");
        var (_, again) = await client.UploadAsync(city.PosUrl, "/api/v1/files", [1, 2, 3], "ответ.pdf", "file-1");

        var (status, _) = await AnswerAsync(client, First, uploaded["file_id"]!.ToString());

        again["file_id"]!.ToString().ShouldBe(uploaded["file_id"]!.ToString());
        status.ShouldBe(200);
        Message(city, First)["answerFiles"]!.AsArray().Single()!.ToString().ShouldBe("ответ.pdf");
    }

    [Fact]
    public async Task Answer_NamesFileThatWasNotUploaded_IsRefused()
    {
        await using var city = await StartedAsync(1);
        using var client = await SignedInAsync(city);
        await AcceptAsync(client, First);

        (await AnswerAsync(client, First, "file-unknown")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Clarification_AfterAWhile_IsAnsweredByTheApplicant()
    {
        await using var city = await StartedAsync(6);
        using var client = await SignedInAsync(city);
        await AcceptAsync(client, Clarified);
        await StatusAsync(client, Clarified, "IN_PROGRESS");

        await client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{Clarified}/clarification", new JsonObject { ["question"] = "Какой дом?" });
        await Eventually.HoldsAsync(() => History(city, Clarified).Length == 5);

        History(city, Clarified).ShouldBe(["NEW", "COORDINATION", "IN_PROGRESS", "CLARIFICATION", "IN_PROGRESS"]);
        (await EventsAsync(client)).ShouldContain(item => item["type"]!.ToString() == "CLARIFIED" && item["text"]!.ToString().Contains("Дом 67", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_OfADissatisfiedApplicant_IsRatedAndThenReopenedOnce()
    {
        await using var city = await StartedAsync(10);
        using var client = await SignedInAsync(city);
        await AcceptAsync(client, Reopened);
        await AnswerAsync(client, Reopened);
        await Eventually.HoldsAsync(() => History(city, Reopened)[^1] == "REOPENED");
        await AnswerAsync(client, Reopened);
        await Eventually.HoldsAsync(() => city.IsIdle && Message(city, Reopened)["score"]!.GetValue<int>() == 5);

        History(city, Reopened).ShouldBe(["NEW", "COORDINATION", "ANSWERED", "REOPENED", "ANSWERED"]);
        var types = (await EventsAsync(client)).Where(item => item["message_id"]!.ToString() == Reopened && item["origin_id"] is null).Select(item => item["type"]!.ToString());
        types.ShouldBe(["RATED", "REOPENED", "RATED"]);
    }

    [Fact]
    public async Task Events_OfTheHubsOwnChanges_CarryItsOriginId()
    {
        await using var city = await StartedAsync(1);
        using var client = await SignedInAsync(city);

        await client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{First}/accept", new JsonObject { ["origin_id"] = "hub:1:1" });

        (await EventsAsync(client)).Single()["origin_id"]!.ToString().ShouldBe("hub:1:1");
    }

    [Fact]
    public async Task Attachment_ThatIsGone_Is404()
    {
        await using var city = await StartedAsync(25);
        using var client = await SignedInAsync(city);

        (await client.PosAsync(HttpMethod.Get, "/api/v1/attachments/84512025-1")).Status.ShouldBe(200);
        (await client.PosAsync(HttpMethod.Get, "/api/v1/attachments/84512025-2")).Status.ShouldBe(404);
    }

    private static MockCity Start(int messages, TimeProvider? time = null) => MockCity.Start(new MockCityOptions { Messages = messages, Pace = 0, Time = time ?? TimeProvider.System });

    private static async Task<MockCity> StartedAsync(int messages)
    {
        var city = Start(messages);
        await Eventually.HoldsAsync(() => city.IsIdle);
        return city;
    }

    private static async Task<CityClient> SignedInAsync(MockCity city)
    {
        var client = new CityClient(city);
        await client.SignInAsync();
        return client;
    }

    private static Task<(int Status, JsonObject Body)> AcceptAsync(CityClient client, string id) => client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{id}/accept", new JsonObject { ["origin_id"] = "hub:1:1" });

    private static Task<(int Status, JsonObject Body)> StatusAsync(CityClient client, string id, string to) =>
        client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{id}/status", new JsonObject { ["to"] = to });

    private static Task<(int Status, JsonObject Body)> AnswerAsync(CityClient client, string id, params string[] files) =>
        client.PosAsync(HttpMethod.Post, $"/api/v1/messages/{id}/answer", new JsonObject
        {
            ["result_type"] = "done",
            ["answer_text"] = "Сделано.",
            ["origin_id"] = "hub:1:9",
            ["answer_files"] = new JsonArray([.. files.Select(file => JsonValue.Create(file))]),
        });

    private static async Task<List<JsonObject>> EventsAsync(CityClient client) =>
        [.. (await client.PosAsync(HttpMethod.Get, "/api/v1/events?limit=500")).Body["items"]!.AsArray().Select(item => item!.AsObject())];

    private static JsonObject Message(MockCity city, string id) =>
        city.State()["pos"]!["messages"]!.AsArray().Single(message => message!["id"]!.ToString() == id)!.AsObject();

    private static string[] History(MockCity city, string id) => [.. Message(city, id)["history"]!.AsArray().Select(status => status!.ToString())];
}
