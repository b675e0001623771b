using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.CrashTests.Judging;

/// <summary>What the hub says through its API.</summary>
public sealed class HubView(Uri url, string key) : IDisposable
{
    private static readonly JsonSerializerOptions Json = MakeJson();

    private readonly HttpClient _http = Http.Client(url, new AuthenticationHeaderValue("ApiKey", key));

    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task<LedgerLine> LedgerTotalAsync() => (await _http.GetFromJsonAsync<JsonElement>("/api/v1/ledger")).GetProperty("total").Deserialize<LedgerLine>(Json)!;

    public async Task<IReadOnlyList<LedgerLine>> LedgerAsync() =>
        (await _http.GetFromJsonAsync<JsonElement>("/api/v1/ledger")).GetProperty("adapters").Deserialize<List<LedgerLine>>(Json)!;

    /// <summary>Lines in which the ledger is not what the rows say.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync() =>
        [.. (await _http.GetFromJsonAsync<JsonElement>("/api/v1/ledger/verify")).EnumerateArray().Select(line => line.GetRawText())];

    public Task<IReadOnlyList<JsonElement>> InboundAsync() => ListAsync("messages?direction=in");

    public Task<IReadOnlyList<JsonElement>> DeadWorkAsync() => ListAsync("dead/items?");

    public Task<IReadOnlyList<JsonElement>> DeliveriesAsync() => ListAsync("deliveries?");

    public async Task<IReadOnlyList<Dossier>> DossiersAsync()
    {
        var dossiers = new List<Dossier>();
        foreach (var found in await ListAsync("cases?"))
        {
            dossiers.Add((await _http.GetFromJsonAsync<Dossier>($"/api/v1/cases/{found.GetProperty("id").GetString()}", Json))!);
        }

        return dossiers;
    }

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string resource)
    {
        var items = new List<JsonElement>();
        var cursor = "";
        do
        {
            var page = await _http.GetFromJsonAsync<JsonElement>($"/api/v1/{resource}&size=500{cursor}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("next", out var next) && next.GetString() is { } more ? $"&cursor={Uri.EscapeDataString(more)}" : null;
        }
        while (cursor is not null);
        return items;
    }

    private static JsonSerializerOptions MakeJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        json.Converters.Add(new EntityIdJsonConverter<CaseId>());
        json.Converters.Add(new EntityIdJsonConverter<SubmissionId>());
        json.Converters.Add(new EntityIdJsonConverter<ApplicantId>());
        json.Converters.Add(new EntityIdJsonConverter<LinkId>());
        json.Converters.Add(new EntityIdJsonConverter<CaseEventId>());
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        return json;
    }

    public sealed record Dossier(Domain.Cases.Case Case, IReadOnlyList<CaseEvent> Events, IReadOnlyList<Link> Links);
}
