using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;
using MCU.Integration.Hub.Settings;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>What tests of the whole city share: they act at one system and look at what the others know in the end.</summary>
public abstract class CityTests(CityHub hub) : HubTests(hub)
{
    protected CityHub City { get; } = hub;

    /// <summary>A citizen's message appears in ПОС: the first sample, changed.</summary>
    protected async Task PublishAsync(string messageId, Action<JsonObject> change)
    {
        var message = JsonNode.Parse(await File.ReadAllBytesAsync(Path.Combine(HubSettings.NearestContentRoot(AppContext.BaseDirectory)!, "mocks", "samples", "001", "message.json")))!.AsObject();
        message["message_id"] = messageId;
        message["attachments"] = new JsonArray();
        change(message);
        using var client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);
        using var answer = await client.PostAsJsonAsync(new Uri(City.City.PosUrl, "/__city/messages"), message);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The records of a system as it keeps them.</summary>
    protected IReadOnlyList<JsonObject> Records(string system) => [.. City.City.State()["systems"]![system]!.AsArray().Select(record => record!.AsObject())];

    protected JsonObject PosMessage(string id) => City.City.State()["pos"]!["messages"]!.AsArray().Select(message => message!.AsObject()).Single(message => message["id"]!.ToString() == id);

    /// <summary>The only case that knows the id; null while there is none.</summary>
    protected async Task<JsonElement?> CaseAsync(string externalId)
    {
        using var admin = Hub.Admin();
        var found = (await admin.GetFromJsonAsync<JsonElement>($"/api/v1/cases?search={Uri.EscapeDataString(externalId)}")).GetProperty("items");
        return found.GetArrayLength() == 0 ? null : await admin.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{found[0].GetProperty("id").GetString()}");
    }

    /// <summary>Waits until the case has come to a status, and returns it with its events, links and files.</summary>
    protected async Task<JsonElement> CaseInAsync(string externalId, string status)
    {
        JsonElement? seen = null;
        await UntilAsync(async () => (seen = await CaseAsync(externalId)) is { } found && StatusOf(found) == status, () => $"case {externalId} is {seen?.ToString() ?? "unknown"}");
        return seen!.Value;
    }

    protected static string? StatusOf(JsonElement dossier) => dossier.GetProperty("case").GetProperty("status").GetString();
}
