using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.FunctionalTests.Behaviour;

/// <summary>The outside system that the recorded cases call.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private const string Recorded = "127.0.0.1:5190";

    private static readonly string[] Shown = ["content-type", "authorization", "accept", "x-test", "x-other"];

    private readonly WebApplication _app;
    private string _address = "";

    private EchoServer(WebApplication app) => _app = app;

    public static async Task<EchoServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(AnswerAsync);
        var server = new EchoServer(app);
        await app.StartAsync();
        server._address = new Uri(app.Urls.Single()).Authority;
        return server;
    }

    public string Localise(string text) => text.Replace(Recorded, _address, StringComparison.Ordinal);

    public string Globalise(string text) => text.Replace(_address, Recorded, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (parts)
        {
            case ["status", var status]:
                context.Response.StatusCode = Number(status);
                if (context.Response.StatusCode is not (204 or 304))
                {
                    await context.Response.WriteAsJsonAsync(new { status = context.Response.StatusCode });
                }

                break;
            case ["delay", var milliseconds]:
                await Task.Delay(Number(milliseconds), context.RequestAborted);
                await context.Response.WriteAsJsonAsync(new { delayed = Number(milliseconds) });
                break;
            case ["text", ..]:
                await WriteAsync(context, "text/plain", "plain text");
                break;
            case ["json", ..]:
                context.Response.Headers["X-Echo"] = "yes";
                await WriteAsync(context, "application/json", """{"name": "Ada", "age": 36, "tags": ["x", "y"], "nested": {"ok": true}}""");
                break;
            case ["brokenjson", ..]:
                await WriteAsync(context, "application/json", "{\"name\": ");
                break;
            case ["empty", ..]:
                break;
            case ["close", ..]:
                context.Abort();
                break;
            default:
                await EchoAsync(context);
                break;
        }
    }

    private static async Task EchoAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        await context.Response.WriteAsJsonAsync(new
        {
            method = request.Method,
            path = request.Path.Value,
            query = request.Query.ToDictionary(entry => entry.Key, entry => entry.Value.Count > 1 ? (object)entry.Value.ToArray() : entry.Value.ToString()),
            headers = request.Headers.Where(header => Shown.Contains(header.Key.ToLowerInvariant()))
                .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            body = await reader.ReadToEndAsync(),
        });
    }

    private static Task WriteAsync(HttpContext context, string contentType, string text)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
