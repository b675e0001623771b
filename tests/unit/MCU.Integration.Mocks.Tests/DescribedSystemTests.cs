using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Faults;

namespace MCU.Integration.Mocks.Tests;

/// <summary>Systems that are described by text, seen at the register of road works.</summary>
public sealed class DescribedSystemTests
{
    [Fact]
    public async Task Create_WithoutPassword_IsRefused()
    {
        await using var city = Start(null);

        (await SendAsync(city, HttpMethod.Post, "/orders", Order("mcu:1"), signedIn: false)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Create_WithoutARequiredField_Is422()
    {
        await using var city = Start(null);
        var order = Order("mcu:1");
        order.Remove("work_type");

        (await SendAsync(city, HttpMethod.Post, "/orders", order)).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Create_TwiceWithOneReference_RefusesAndNamesTheFirst()
    {
        await using var city = Start(null);

        var first = await SendAsync(city, HttpMethod.Post, "/orders", Order("mcu:1"));
        var second = await SendAsync(city, HttpMethod.Post, "/orders", Order("mcu:1"));

        first.Status.ShouldBe(201);
        second.Status.ShouldBe(409);
        second.Body["code"]!.ToString().ShouldBe("order_exists");
        second.Body["order_id"]!.ToString().ShouldBe(first.Body["order_id"]!.ToString());
    }

    [Fact]
    public async Task Life_OfARecord_IsToldInOrderWithGrowingRevision()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub.Url);

        await SendAsync(city, HttpMethod.Post, "/orders", Order("mcu:1"));
        await Eventually.HoldsAsync(() => hub.Taken.Count == 5 && city.IsIdle);

        hub.Taken.Select(item => item.Event["to"]!.ToString()).ShouldBe(["accepted", "scheduled", "in_work", "done", "accepted_by_customer"]);
        hub.Taken.Select(item => item.Event["revision"]!.GetValue<int>()).ShouldBe([2, 3, 4, 5, 6]);
        hub.Taken.Last().Event["photos_after"]!.AsArray().Count.ShouldBe(2);
        hub.Taken.ShouldAllBe(item => item.Event["external_ref"]!.ToString() == "mcu:1");
    }

    [Fact]
    public async Task Life_WithConditions_IsTheFirstThatFits()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub.Url);
        var order = Order("mcu:1");
        order["work_type"] = "разметка и знаки";

        await SendAsync(city, HttpMethod.Post, "/orders", order);
        await Eventually.HoldsAsync(() => hub.Taken.Count == 2 && city.IsIdle);

        hub.Taken.Last().Event["to"]!.ToString().ShouldBe("suspended");
    }

    [Fact]
    public async Task Cancel_ByTheHub_NamesItsOriginAndEndsTheLife()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub.Url, pace: 0.2);
        var (_, created) = await SendAsync(city, HttpMethod.Post, "/orders", Order("mcu:1"));
        var cancel = new JsonObject { ["ref"] = "hub:1:2", ["reason"] = "отозвано", ["origin_id"] = "hub:1:2" };

        (await SendAsync(city, HttpMethod.Post, $"/orders/{created["order_id"]}/cancel", cancel)).Status.ShouldBe(200);
        (await SendAsync(city, HttpMethod.Post, $"/orders/{created["order_id"]}/cancel", cancel)).Body["code"]!.ToString().ShouldBe("cancelled_already");
        await Eventually.HoldsAsync(() => city.IsIdle);

        hub.Taken.Last().Event["to"]!.ToString().ShouldBe("cancelled");
        hub.Taken.Last().Event["origin_id"]!.ToString().ShouldBe("hub:1:2");
        hub.Taken.Last().Event["reason_code"]!.ToString().ShouldBe("отмена заказчиком", "the register's schema asks for it");
        hub.Taken.Last().Event["note"]!.ToString().ShouldBe("отозвано");
    }

    [Theory]
    [InlineData(FaultProfile.Errors500, 500)]
    [InlineData(FaultProfile.TooMany, 429)]
    [InlineData(FaultProfile.Gone, 410)]
    public async Task Fault_OfASystem_HitsItAndNoOther(FaultProfile profile, int status)
    {
        await using var city = Start(null);
        city.Faults.Set(new Fault("roads", profile));
        using var client = new CityClient(city);

        (await client.SedAsync(HttpMethod.Post, "/cards", [])).Status.ShouldBe(422);
        (await SendAsync(city, HttpMethod.Post, "/orders", Order("mcu:1"))).Status.ShouldBe(status);
        (await SendAsync(city, HttpMethod.Post, "/orders", Order("mcu:1"))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Duplicates_WhileSwitchedOn_BringTheSameEventTwice()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub.Url);
        city.Faults.Set(new Fault("roads", FaultProfile.Duplicates, Count: 2));

        await SendAsync(city, HttpMethod.Post, "/orders", Order("mcu:1"));
        await Eventually.HoldsAsync(() => hub.Taken.Count == 7 && city.IsIdle);

        hub.Taken.Select(item => item.Id).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task OutOfOrder_WhileSwitchedOn_LetsYoungerEventsOvertake()
    {
        await using var hub = await HubDouble.StartAsync(DemoCredentials.WebhookSecret);
        await using var city = Start(hub.Url, pace: 0.1);
        city.Faults.Set(new Fault("roads", FaultProfile.OutOfOrder));

        await SendAsync(city, HttpMethod.Post, "/orders", Order("mcu:1"));
        await Eventually.HoldsAsync(() => hub.Taken.Count == 5 && city.IsIdle);

        hub.Taken.First().Event["to"]!.ToString().ShouldBe("scheduled");
        hub.Taken.Select(item => item.Event["revision"]!.GetValue<int>()).Order().ShouldBe([2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task Faults_OfAnUnknownSystem_AreRefused()
    {
        await using var city = Start(null);
        using var client = new CityClient(city);

        (await client.ControlAsync(HttpMethod.Post, "faults", new JsonObject { ["system"] = "moon", ["profile"] = "slow" })).Status.ShouldBe(400);
    }

    private static MockCity Start(Uri? hub, double pace = 0.002) => MockCity.Start(new() { Messages = 0, Pace = pace, Hub = hub, Systems = ["roads"] });

    private static JsonObject Order(string reference) => new()
    {
        ["external_ref"] = reference,
        ["work_type"] = "ямочный ремонт",
        ["object"] = new JsonObject { ["name"] = "ул. Мира, 45" },
    };

    private static async Task<(int Status, JsonObject Body)> SendAsync(MockCity city, HttpMethod method, string path, JsonObject body, bool signedIn = true)
    {
        using var client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);
        using var request = new HttpRequestMessage(method, city.Systems["roads"] + path) { Content = JsonContent.Create(body) };
        if (signedIn)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DemoCredentials.User}:{DemoCredentials.Password}")));
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : []);
    }
}
