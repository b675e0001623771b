using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MCU.Integration.Mocks.City;

namespace MCU.Integration.CrashTests.Judging;

/// <summary>What the outside systems say themselves: their state, their log of requests, and their feeds read by a client of our own.</summary>
public sealed class CityView(Uri pos, Uri sed) : IDisposable
{
    private readonly HttpClient _pos = Http.Client(pos);
    private readonly HttpClient _sed = Http.Client(sed);
    private bool _signedIn;

    public Task<JsonElement> StateAsync() => _sed.GetFromJsonAsync<JsonElement>("/__city/state");

    public async Task<IReadOnlyList<CityLogEntry>> LogAsync() =>
        (await _sed.GetFromJsonAsync<JsonElement>("/__city/log")).GetProperty("entries").Deserialize<List<CityLogEntry>>(JsonSerializerOptions.Web)!;

    /// <summary>Everything that a feed of the ПОС ever showed.</summary>
    /// <param name="feed"><c>messages</c> or <c>events</c>.</param>
    public async Task<IReadOnlyList<JsonElement>> FeedAsync(string feed)
    {
        if (!_signedIn)
        {
            await SignInAsync();
        }

        var items = new List<JsonElement>();
        var cursor = "";
        while (true)
        {
            var page = await _pos.GetFromJsonAsync<JsonElement>($"/api/v1/{feed}?limit=500&cursor={cursor}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next_cursor").GetString();
            if (!page.GetProperty("has_more").GetBoolean())
            {
                return items;
            }
        }
    }

    public void Dispose()
    {
        _pos.Dispose();
        _sed.Dispose();
    }

    private async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = DemoCredentials.PosClientId,
            ["client_secret"] = DemoCredentials.PosClientSecret,
        });
        using var answer = await _pos.PostAsync("/oauth/token", form);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        _pos.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _signedIn = true;
    }
}
