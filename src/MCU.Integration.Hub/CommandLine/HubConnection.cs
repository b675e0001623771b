using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Hub.Startup;
using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.Hub.CommandLine;

/// <summary>A hub that a command talks to through its API: the running one, or one that this process opens for the command alone.</summary>
internal sealed class HubConnection : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly WebApplication? _own;
    private readonly HttpClient _client;

    private HubConnection(string url, string key, WebApplication? own)
    {
        _own = own;
        _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        _client = _services.GetRequiredService<IHttpClientFactory>().CreateClient();
        _client.BaseAddress = Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) ? address : throw new CommandFailedException($"'{url}' is not an address.");
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey", key);
        _client.Timeout = TimeSpan.FromMinutes(10);
    }

    public static HubConnection To(string url, string key) => new(url, key, null);

    /// <summary>Opens the database in this process: no import, no loops, nobody else may sign in.</summary>
    public static async Task<HubConnection> OpenOfflineAsync(CancellationToken cancellation)
    {
        var key = Secrets.NewApiKey();
        var app = HubApplication.Build(
            ["--urls", "http://127.0.0.1:0", "--Hub:Mocks:Enabled=false", "--Hub:Content:ImportAtStart=false", "--Logging:LogLevel:Default=Warning"],
            builder => builder.ReduceToCommand(key));
        await app.StartAsync(cancellation);
        return new(app.Urls.First(), key, app);
    }

    /// <returns>The body of the answer; undefined when it has none.</returns>
    /// <exception cref="CommandFailedException">The hub cannot be reached, or refused.</exception>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, "api/v1/" + path) { Content = body is null ? null : JsonContent.Create(body) };
        try
        {
            using var response = await _client.SendAsync(request, cancellation);
            var text = await response.Content.ReadAsByteArrayAsync(cancellation);
            return response.IsSuccessStatusCode
                ? text.Length == 0 ? default : JsonElement.Parse(text)
                : throw new CommandFailedException(Refusal((int)response.StatusCode, text));
        }
        catch (HttpRequestException exception)
        {
            throw new CommandFailedException($"The hub at {_client.BaseAddress} does not answer: {exception.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_own is not null)
        {
            await _own.StopAsync();
            await _own.DisposeAsync();
        }
    }

    private static string Refusal(int status, byte[] body)
    {
        try
        {
            var problem = JsonElement.Parse(body);
            var lines = problem.TryGetProperty("errors", out var errors)
                ? errors.EnumerateArray().Select(error => $"\n    {error.GetProperty("pointer").GetString()} {error.GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}")
                : [];
            return $"{status} {problem.GetProperty("detail").GetString()}{string.Concat(lines)}";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"The hub answered {status}.";
        }
    }
}
