using System.Net.Http.Json;
using System.Text.Json;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>Appeals that the reception department registered in the СЭД. They are those that the mock begins itself.</summary>
[Collection(CityCollection.Name)]
public sealed class ReceptionTests(CityHub hub) : CityTests(hub)
{
    [Fact]
    public async Task Appeal_WithTwoQuestions_IsOneSubmissionWithTwoCasesAndTwoOutcomes()
    {
        var card = await CardAsync(1);

        var waste = (await CaseInAsync($"{card}:1", "closed")).GetProperty("case");
        var light = (await CaseInAsync($"{card}:2", "closed")).GetProperty("case");

        waste.GetProperty("submissionId").GetString().ShouldBe(light.GetProperty("submissionId").GetString());
        (waste.GetProperty("outcome").GetString(), light.GetProperty("outcome").GetString()).ShouldBe(("done", "explained"));
        (waste.GetProperty("classifier").GetProperty("category").GetString(), light.GetProperty("classifier").GetProperty("category").GetString()).ShouldBe(("2", "3"));
        waste.GetProperty("registrationNumber").GetString().ShouldBe("П-26-0001");
        waste.GetProperty("deadlines").GetProperty("profile").GetString().ShouldBe("appeal-59fz");
        using var admin = Hub.Admin();
        var submission = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/submissions/{waste.GetProperty("submissionId").GetString()}");
        submission.GetProperty("cases").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Appeal_FromTheDocumentFlow_GetsNoSecondCard()
    {
        var dossier = await CaseInAsync($"{await CardAsync(2)}:1", "answered");

        dossier.GetProperty("links").EnumerateArray().ShouldHaveSingleItem().GetProperty("recordType").GetString().ShouldBe("question");
        dossier.GetProperty("case").GetProperty("outcome").GetString().ShouldBe("refused");
        dossier.GetProperty("deliveries").GetArrayLength().ShouldBe(0);
    }

    private async Task<string> CardAsync(int number)
    {
        string? Find() => Records("reception").Select(record => record["id"]!.ToString()).FirstOrDefault(id => id.EndsWith($"-{number}", StringComparison.Ordinal));
        await UntilAsync(() => Find() is not null, () => $"appeal {number} did not appear");
        return Find()!;
    }
}
