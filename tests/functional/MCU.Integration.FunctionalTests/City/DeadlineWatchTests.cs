using System.Net.Http.Json;
using System.Text.Json;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>Terms that end are told of: in the case, and as an alert.</summary>
[Collection(CityCollection.Name)]
public sealed class DeadlineWatchTests(CityHub hub) : CityTests(hub)
{
    [Fact]
    public async Task Terms_ThatWereMissedOrEndSoon_AreToldOnceInTheirCases()
    {
        var now = TimeProvider.System.GetUtcNow();
        await PublishAsync("99700001", message => Waiting(message, now.AddDays(-40)));
        await PublishAsync("99700002", message => Waiting(message, now));
        await CaseInAsync("99700001", "routed");
        await CaseInAsync("99700002", "routed");

        await WatchAsync();
        await UntilAsync(async () => (await ToldAsync("99700001")).Count > 0, () => "nothing was told");
        await WatchAsync();
        await PublishAsync("99700003", message => Waiting(message, now.AddDays(-40)));
        await CaseInAsync("99700003", "routed");
        await WatchAsync();
        await UntilAsync(async () => (await ToldAsync("99700003")).Count > 0, () => "nothing was told");

        (await ToldAsync("99700001")).ShouldBe(["missed"]);
        (await ToldAsync("99700002")).ShouldBeEmpty();
    }

    private static void Waiting(System.Text.Json.Nodes.JsonObject message, DateTimeOffset received)
    {
        message["text"] = "Когда откроют новую группу?";
        message["classifier"] = new System.Text.Json.Nodes.JsonObject { ["category"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "7" } };
        message["received_at"] = received.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null);
    }

    private async Task WatchAsync()
    {
        using var admin = Hub.Admin();
        using var started = await admin.PostAsJsonAsync("/elsa/api/workflow-definitions/deadline-watch/execute", new { triggerActivityId = "tick" });
        started.EnsureSuccessStatusCode();
    }

    private async Task<IReadOnlyList<string?>> ToldAsync(string id) =>
    [
        .. (await CaseAsync(id))!.Value.GetProperty("events").EnumerateArray()
            .Select(happened => happened.GetProperty("fact"))
            .Where(fact => fact.GetProperty("type").GetString() == "deadline_noticed")
            .Select(fact => fact.GetProperty("level").GetString()),
    ];
}
