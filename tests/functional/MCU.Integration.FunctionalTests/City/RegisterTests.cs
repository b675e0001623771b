using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.Faults;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>A report becomes a work order of a service register, and its acceptance becomes the citizen's answer.</summary>
[Collection(CityCollection.Name)]
public sealed class RegisterTests(CityHub hub) : CityTests(hub)
{
    [Fact]
    public async Task Report_WithTheTagOfARegister_IsAnsweredWithThePhotosOfTheWork()
    {
        await PublishAsync("99100001", Snow);

        var dossier = await CaseInAsync("99100001", "answered");

        dossier.GetProperty("case").GetProperty("outcome").GetString().ShouldBe("done");
        dossier.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("adapter").GetString()).ShouldBe(["pos", "roads"], ignoreOrder: true);
        await UntilAsync(() => PosMessage("99100001")["status"]!.ToString() == "ANSWERED", () => PosMessage("99100001").ToJsonString());
        PosMessage("99100001")["answerFiles"]!.AsArray().Count.ShouldBe(2);
        OrdersOf("99100001").ShouldHaveSingleItem()["status"]!.ToString().ShouldBe("accepted_by_customer");
    }

    [Fact]
    public async Task Order_WhoseAnswerWasLost_IsMadeOnce()
    {
        City.City.Faults.Set(new Fault("roads", FaultProfile.ResetAfterCommit));

        await PublishAsync("99100002", Snow);

        await CaseInAsync("99100002", "answered");
        OrdersOf("99100002").Count.ShouldBe(1);
        City.City.Log.After(0).Count(entry => entry is { Action: "roads.create", Status: 409 }).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Photo_ThatThePlatformNoLongerHas_HoldsNothingUp()
    {
        await PublishAsync("99100003", message =>
        {
            Snow(message);
            message["attachments"] = new JsonArray(new JsonObject
            {
                ["id"] = "gone-1",
                ["name"] = "нет.png",
                ["mime"] = "image/png",
                ["url"] = "/api/v1/attachments/gone-1",
            });
        });

        var dossier = await CaseInAsync("99100003", "answered");

        // ПОС does not have this file any more: it is passed over and holds nothing up.
        dossier.GetProperty("files").EnumerateArray().Count(file => file.TryGetProperty("problem", out var problem) && problem.ValueKind == JsonValueKind.String).ShouldBe(1);
        OrdersOf("99100003").ShouldHaveSingleItem()["files"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Danger_InTheStreet_GoesToTheDutyServiceOnceThoughItsAnswerWasLost()
    {
        City.City.Faults.Set(new Fault("edds", FaultProfile.ResetAfterCommit));

        await PublishAsync("99100004", message =>
        {
            message["text"] = "Во дворе открытый люк без крышки, рядом детская площадка.";
            message["classifier"] = new JsonObject { ["category"] = new JsonObject { ["id"] = "4" }, ["subcategory"] = new JsonObject { ["id"] = "4.1" } };
        });

        var dossier = await CaseInAsync("99100004", "answered");
        dossier.GetProperty("case").GetProperty("priority").GetString().ShouldBe("emergency");
        Records("edds").Count(call => call["document"]!["external_ref"]!.ToString() == $"mcu:{dossier.GetProperty("case").GetProperty("number").GetString()}").ShouldBe(1);
        await UntilAsync(() => PosMessage("99100004")["status"]!.ToString() == "ANSWERED", () => PosMessage("99100004").ToJsonString());
    }

    private static void Snow(JsonObject message)
    {
        message["text"] = "Тротуар у остановки покрыт льдом, пройти нельзя.";
        message["classifier"]!["subcategory"] = new JsonObject { ["id"] = "1.4", ["name"] = "Уборка снега и наледи" };
        message["classifier"]!["fact"] = null;
    }

    private IReadOnlyList<JsonObject> OrdersOf(string messageId) =>
        [.. Records("roads").Where(order => order["document"]!["external_refs"]!.AsArray().Any(reference => reference!["id"]!.ToString() == messageId))];
}
