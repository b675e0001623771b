using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Mocks.Tests;

/// <summary>Takes the events of the systems in the hub's place; signatures are checked by the letter of the standard, not by the code under test.</summary>
internal sealed class HubDouble : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly byte[] _secret;
    private int _refusals;

    private HubDouble(WebApplication app, string secret)
    {
        _app = app;
        _secret = Convert.FromBase64String(secret["whsec_".Length..]);
        app.MapPost("/api/v1/adapters/{adapter}/messages/{type}", TakeAsync);
    }

    public Uri Url => new(_app.Urls.First());

    /// <summary>Events taken, in order of arrival: webhook id and document.</summary>
    public ConcurrentQueue<(string Id, JsonObject Event)> Taken { get; } = [];

    public ConcurrentQueue<string> Refused { get; } = [];

    public static async Task<HubDouble> StartAsync(string secret, int refusals = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var hub = new HubDouble(builder.Build(), secret) { _refusals = refusals };
        await hub._app.StartAsync();
        return hub;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var id = context.Request.Headers["webhook-id"].ToString();
        var signed = Encoding.UTF8.GetBytes($"{id}.{context.Request.Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(body.ToArray())}");
        if (context.Request.Headers["webhook-signature"] != "v1," + Convert.ToBase64String(HMACSHA256.HashData(_secret, signed)))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (Interlocked.Decrement(ref _refusals) >= 0)
        {
            Refused.Enqueue(id);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        Taken.Enqueue((id, JsonNode.Parse(body.ToArray())!.AsObject()));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
