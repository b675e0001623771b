using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>Where a case is: found by the gazetteer, else said by a person.</summary>
[Collection(CityCollection.Name)]
public sealed class PlacingTests(CityHub hub) : CityTests(hub)
{
    [Fact]
    public async Task Message_WithAnAddressOnly_IsRoutedByTheDistrictThatTheGazetteerFinds()
    {
        await PublishYardAsync("99600001", "г. Ставрополь, ул. Тухачевского, д. 8/2");

        var found = (await CaseInAsync("99600001", "routed")).GetProperty("case");

        (DistrictOf(found), found.GetProperty("route").GetProperty("body").GetString()).ShouldBe(("Промышленный", "district-industrial"));
        (await UnplacedAsync()).ShouldNotContain(found.GetProperty("number").GetString());
    }

    [Fact]
    public async Task Message_FromNowhere_WaitsForAPersonAndIsThenRoutedByWhatThePersonSaid()
    {
        await PublishYardAsync("99600002", "у нас во дворе");
        var number = (await CaseInAsync("99600002", "routed")).GetProperty("case").GetProperty("number").GetString()!;
        (await UnplacedAsync()).ShouldContain(number);
        using var clerk = await Hub.WithRoleAsync("operator");

        using var answer = await clerk.PutAsJsonAsync($"/api/v1/cases/{number}/district", new { district = "ленинский район" });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        (await UnplacedAsync()).ShouldNotContain(number);
        JsonElement? seen = null;
        await UntilAsync(
            async () => (seen = await CaseAsync("99600002"))!.Value.GetProperty("case").GetProperty("route").GetProperty("body").GetString() == "district-lenin",
            () => $"case is {seen}");
        DistrictOf(seen!.Value.GetProperty("case")).ShouldBe("Ленинский");
        using var admin = Hub.Admin();
        (await admin.GetStringAsync("/api/v1/audit?action=case.place")).ShouldContain($"case:{seen.Value.GetProperty("case").GetProperty("id").GetString()}");
    }

    [Fact]
    public async Task Place_WithAnUnknownDistrictOrWithoutTheRight_IsRefused()
    {
        await PublishYardAsync("99600003", "во дворе");
        var number = (await CaseInAsync("99600003", "routed")).GetProperty("case").GetProperty("number").GetString()!;
        using var auditor = await Hub.WithRoleAsync("auditor");
        using var admin = Hub.Admin();

        await ShouldBeProblem(await auditor.PutAsJsonAsync($"/api/v1/cases/{number}/district", new { district = "Ленинский" }), HttpStatusCode.Forbidden, "forbidden");
        await ShouldBeProblem(await admin.PutAsJsonAsync("/api/v1/cases/none/district", new { district = "Ленинский" }), HttpStatusCode.NotFound, "not_found");
        PointersOf(await ShouldBeProblem(await admin.PutAsJsonAsync($"/api/v1/cases/{number}/district", new { district = "Южный" }), HttpStatusCode.UnprocessableEntity, "invalid"))
            .ShouldBe(["/district"]);
    }

    private static string? DistrictOf(JsonElement found) => found.GetProperty("territory").GetProperty("district").GetString();

    private Task PublishYardAsync(string id, string address) => PublishAsync(id, message =>
    {
        message["text"] = "Сломаны качели на площадке.";
        message["classifier"] = new JsonObject { ["category"] = new JsonObject { ["id"] = "4" }, ["subcategory"] = new JsonObject { ["id"] = "4.1" } };
        message["location"] = new JsonObject { ["oktmo"] = "07701000", ["address_text"] = address };
    });

    private async Task<IReadOnlyList<string?>> UnplacedAsync()
    {
        using var admin = Hub.Admin();
        return [.. (await admin.GetFromJsonAsync<JsonElement>("/api/v1/cases?unplaced=true&size=200")).GetProperty("items").EnumerateArray().Select(found => found.GetProperty("number").GetString())];
    }
}
