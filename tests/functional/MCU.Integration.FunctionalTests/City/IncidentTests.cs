using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>Publications become cases with terms of hours, and the answer is published. The incidents are those that the mock begins itself.</summary>
[Collection(CityCollection.Name)]
public sealed class IncidentTests(CityHub hub) : CityTests(hub)
{
    [Fact]
    public async Task Publication_AboutRoads_IsAnsweredByTheRegisterAndClosed()
    {
        var incident = await IncidentAsync("001");

        var dossier = await CaseInAsync(Key(incident), "closed");

        dossier.GetProperty("case").GetProperty("kind").GetString().ShouldBe("incident");
        dossier.GetProperty("case").GetProperty("outcome").GetString().ShouldBe("done");
        Linked(dossier).ShouldBe(["incident", "roads"], ignoreOrder: true);
        History(await IncidentAsync("001")).Distinct().ShouldBe(["new", "in_work", "answer_approval", "answered", "closed"]);
        (await IncidentAsync("001"))["files"]!.AsArray().Count.ShouldBe(2);
        Profile(dossier).ShouldBe("incident");
    }

    [Fact]
    public async Task Answer_ThatTheAuthorDoesNotAccept_ReopensTheCaseAndTheOrder()
    {
        var incident = await IncidentAsync("002");

        var dossier = await CaseInAsync(Key(incident), "closed");

        dossier.GetProperty("case").GetProperty("reopenRound").GetInt32().ShouldBe(1);
        Profile(dossier).ShouldBe("incident-accelerated");
        var number = dossier.GetProperty("case").GetProperty("number").GetString();
        Records("roads").Single(order => order["document"]!["external_ref"]!.ToString() == $"mcu:{number}")["round"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Publication_AboutWaste_IsAnsweredOverTheDocumentFlow()
    {
        var dossier = await CaseInAsync(Key(await IncidentAsync("003")), "closed");

        Linked(dossier).ShouldBe(["incident", "sed"], ignoreOrder: true);
    }

    [Fact]
    public async Task Danger_GoesToTheDutyServiceWithATermOfMinutes()
    {
        var dossier = await CaseInAsync(Key(await IncidentAsync("004")), "closed");

        Linked(dossier).ShouldBe(["incident", "edds"], ignoreOrder: true);
        Profile(dossier).ShouldBe("incident-emergency");
    }

    [Fact]
    public async Task Merged_Incident_EndsAsDuplicate()
    {
        var dossier = await CaseInAsync(Key(await IncidentAsync("005")), "closed");

        dossier.GetProperty("case").GetProperty("outcome").GetString().ShouldBe("duplicate");
    }

    [Fact]
    public async Task Insult_NeedsNoAnswer()
    {
        var dossier = await CaseInAsync(Key(await IncidentAsync("008")), "closed");

        dossier.GetProperty("case").GetProperty("outcome").GetString().ShouldBe("rejected");
    }

    private async Task<JsonObject> IncidentAsync(string number)
    {
        JsonObject? Find() => Records("incident").FirstOrDefault(record => record["document"]!["incident_id"]!.ToString().EndsWith($"-{number}", StringComparison.Ordinal));
        await UntilAsync(() => Find() is not null, () => $"incident {number} did not appear");
        return Find()!;
    }

    private static string Key(JsonObject incident) => incident["id"]!.ToString();

    private static IEnumerable<string> History(JsonObject incident) => incident["history"]!.AsArray().Select(status => status!.ToString());

    private static IEnumerable<string> Linked(JsonElement dossier) => dossier.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("adapter").GetString()!);

    private static string? Profile(JsonElement dossier) => dossier.GetProperty("case").GetProperty("deadlines").GetProperty("profile").GetString();
}
