using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>Requests of the regional centre, executed in the СЭД. They are those that the mock begins itself.</summary>
[Collection(CityCollection.Name)]
public sealed class RegionTests(CityHub hub) : CityTests(hub)
{
    [Fact]
    public async Task Request_ForMaterial_IsAcceptedExecutedInTheDocumentFlowAndAnswered()
    {
        var request = await RequestAsync(1);

        var dossier = await CaseInAsync(request, "closed");

        dossier.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("adapter").GetString()).ShouldBe(["regional-cur", "sed"], ignoreOrder: true);
        dossier.GetProperty("case").GetProperty("deadlines").GetProperty("profile").GetString().ShouldBe("region-request");
        History(request).ShouldBe(["sent", "accepted", "answered", "closed"]);
    }

    [Fact]
    public async Task Answer_ThatTheRegionReturns_ReopensTheCard()
    {
        var request = await RequestAsync(2);

        var dossier = await CaseInAsync(request, "closed");

        dossier.GetProperty("case").GetProperty("reopenRound").GetInt32().ShouldBe(1);
        History(request).Count(status => status == "answered").ShouldBe(2);
    }

    private async Task<string> RequestAsync(int number)
    {
        string? Find() => Records("regional-cur").Select(record => record["id"]!.ToString()).FirstOrDefault(id => id.EndsWith($"-{number}", StringComparison.Ordinal));
        await UntilAsync(() => Find() is not null, () => $"request {number} did not appear");
        return Find()!;
    }

    private IEnumerable<string> History(string id) => Records("regional-cur").Single(record => record["id"]!.ToString() == id)["history"]!.AsArray().Select(status => status!.ToString());
}
