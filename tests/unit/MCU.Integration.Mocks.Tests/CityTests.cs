using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Faults;

namespace MCU.Integration.Mocks.Tests;

public sealed class CityTests
{
    [Fact]
    public async Task Faults_Errors500_DoNothingAndEndAfterTheirCount()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        await client.ControlAsync(HttpMethod.Post, "faults", new JsonObject { ["system"] = "sed", ["profile"] = "errors500", ["count"] = 2 });

        (await CreateAsync(client)).Status.ShouldBe(500);
        (await CreateAsync(client)).Status.ShouldBe(500);
        (await CreateAsync(client)).Status.ShouldBe(201);

        Cards(city).ShouldBe(1);
    }

    [Fact]
    public async Task Faults_TooMany_Answer429()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        city.Faults.Set(new Fault("sed", FaultProfile.TooMany));

        (await CreateAsync(client)).Status.ShouldBe(429);
        Cards(city).ShouldBe(0);
    }

    [Fact]
    public async Task Faults_ResetAfterCommit_DoItAndBreakTheConnection()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        city.Faults.Set(new Fault("sed", FaultProfile.ResetAfterCommit));

        await Should.ThrowAsync<HttpRequestException>(() => CreateAsync(client));

        Cards(city).ShouldBe(1);
    }

    [Fact]
    public async Task Faults_TimeoutAfterCommit_DoItAndStaySilent()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        city.Faults.Set(new Fault("sed", FaultProfile.TimeoutAfterCommit, Milliseconds: 50));

        await Should.ThrowAsync<HttpRequestException>(() => CreateAsync(client));

        Cards(city).ShouldBe(1);
    }

    [Fact]
    public async Task Faults_Reset_BreakTheConnectionAndDoNothing()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        city.Faults.Set(new Fault("sed", FaultProfile.Reset));

        await Should.ThrowAsync<HttpRequestException>(() => CreateAsync(client));

        Cards(city).ShouldBe(0);
    }

    [Fact]
    public async Task Faults_OfOneSystem_LeaveTheOtherAlone()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        city.Faults.Set(new Fault("sed", FaultProfile.Errors500, Count: 10, ReadsToo: true));

        (await client.TokenAsync(DemoCredentials.PosClientId, DemoCredentials.PosClientSecret)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Faults_UnknownProfile_IsABadRequest()
    {
        await using var city = Start();
        using var client = new CityClient(city);

        (await client.ControlAsync(HttpMethod.Post, "faults", new JsonObject { ["system"] = "sed", ["profile"] = "meteor" })).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Log_ReadInParts_IsNumberedWithoutGaps()
    {
        await using var city = Start();
        using var client = new CityClient(city);
        await CreateAsync(client);
        await CreateAsync(client);

        var (_, all) = await client.ControlAsync(HttpMethod.Get, "log?after=0");
        var (_, rest) = await client.ControlAsync(HttpMethod.Get, "log?after=1");

        all["entries"]!.AsArray().Select(entry => entry!["number"]!.GetValue<long>()).ShouldBe([1L, 2L]);
        rest["entries"]!.AsArray().Single()!["action"]!.ToString().ShouldBe("sed.create");
    }

    [Fact]
    public async Task Messages_PublishedByHand_AppearInTheFeed()
    {
        await using var city = Start();
        using var client = new CityClient(city);

        (await client.ControlAsync(HttpMethod.Post, "messages", new JsonObject { ["message_id"] = "900", ["text"] = "новое" })).Status.ShouldBe(202);

        await client.SignInAsync();
        var (_, page) = await client.PosAsync(HttpMethod.Get, "/api/v1/messages");
        page["items"]![0]!["message_id"]!.ToString().ShouldBe("900");
    }

    [Fact]
    public async Task Stubs_FromFiles_AreServed()
    {
        await using var city = Start();
        using var client = new CityClient(city);

        (await client.SedAsync(HttpMethod.Get, "/dictionaries/delivery-kinds")).Status.ShouldBe(200);
    }

    private static MockCity Start() => MockCity.Start(new MockCityOptions { Messages = 0, Pace = 0 });

    private static Task<(int Status, JsonObject Body)> CreateAsync(CityClient client) => client.SedAsync(HttpMethod.Post, "/cards", new JsonObject
    {
        ["external_refs"] = new JsonArray(new JsonObject { ["system"] = "pos", ["id"] = "1" }),
        ["annotation"] = "Яма",
    });

    private static int Cards(MockCity city) => city.State()["sed"]!["cards"]!.AsArray().Count;
}
