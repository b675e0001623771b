using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;
using MCU.Integration.Workflows.Tests.Behaviour;

namespace MCU.Integration.FunctionalTests.Behaviour;

/// <summary>A running hub, spoken to over HTTP. The cases name a fixed port of the echo server; it is put in the place of the real one on the way.</summary>
internal sealed class HttpCaseServer(HttpClient api, HttpClient anybody, EchoServer echo) : ICaseServer
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public Task<CaseResponse> ApiAsync(string method, string path, JsonNode? body = null) =>
        SendAsync(api, new(new(method), "/elsa/api" + path) { Content = body is null ? null : Documents.Text(echo.Localise(body.ToJsonString())) });

    public Task<CaseResponse> HttpAsync(CaseRequest request)
    {
        var message = new HttpRequestMessage(new(request.Method), "/workflows-http" + request.Path);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return SendAsync(anybody, message);
    }

    // Real time: the hub has its own clock.
    public Task WaitAsync(TimeSpan time) => Task.Delay(time);

    public async Task SettleAsync(IReadOnlyCollection<string> definitionIds)
    {
        string? before = null;
        for (var round = 0; round < 60; round++)
        {
            var list = (await ApiAsync("POST", "/workflow-instances", new JsonObject { ["definitionIds"] = new JsonArray([.. definitionIds.Select(id => (JsonNode?)id)]) })).Body!["items"]!.AsArray();
            var now = list.ToJsonString();
            if (now == before && !list.Any(item => (string?)item!["subStatus"] is "Executing" or "Pending"))
            {
                return;
            }

            before = now;
            await WaitAsync(Poll * 2);
        }
    }

    private async Task<CaseResponse> SendAsync(HttpClient client, HttpRequestMessage message)
    {
        using (message)
        {
            using var response = await client.SendAsync(message);
            var text = echo.Globalise(await response.Content.ReadAsStringAsync());
            return new((int)response.StatusCode, Parse(text), HeadersOf(response));
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value));
}
