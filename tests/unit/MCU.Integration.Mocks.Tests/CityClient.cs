using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;

namespace MCU.Integration.Mocks.Tests;

/// <summary>Speaks to a city as the hub does.</summary>
internal sealed class CityClient(MockCity city) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: true);

    private string? _token;

    public async Task SignInAsync() =>
        _token = (await TokenAsync(DemoCredentials.PosClientId, DemoCredentials.PosClientSecret)).Body["access_token"]!.ToString();

    public Task<(int Status, JsonObject Body)> TokenAsync(string client, string secret) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(city.PosUrl, "/oauth/token"))
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret }),
    });

    public Task<(int Status, JsonObject Body)> PosAsync(HttpMethod method, string path, JsonObject? body = null, string? key = null)
    {
        var request = Request(method, new Uri(city.PosUrl, path), body, key);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return SendAsync(request);
    }

    public Task<(int Status, JsonObject Body)> SedAsync(HttpMethod method, string path, JsonObject? body = null, string? key = null)
    {
        var request = Request(method, new Uri(city.SedUrl, path), body, key);
        request.Headers.Authorization = Basic();
        return SendAsync(request);
    }

    public Task<(int Status, JsonObject Body)> UploadAsync(Uri server, string path, byte[] content, string name, string? key = null)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = form };
        request.Headers.Authorization = server == city.PosUrl ? new AuthenticationHeaderValue("Bearer", _token) : Basic();
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return SendAsync(request);
    }

    public Task<(int Status, JsonObject Body)> ControlAsync(HttpMethod method, string path, JsonObject? body = null) =>
        SendAsync(Request(method, new Uri(city.SedUrl, $"/__city/{path}"), body, null));

    public void Dispose() => _http.Dispose();

    private static AuthenticationHeaderValue Basic() =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DemoCredentials.User}:{DemoCredentials.Password}")));

    private static HttpRequestMessage Request(HttpMethod method, Uri url, JsonObject? body, string? key)
    {
        var request = new HttpRequestMessage(method, url);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }

    private async Task<(int Status, JsonObject Body)> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : []);
    }
}
