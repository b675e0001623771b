using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>An outside system on loopback that answers as the test tells it and keeps its own log: the judge of what really arrived.</summary>
public sealed class OutsideSystem : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<SeenRequest> _log = new();

    private OutsideSystem(WebApplication server) => _server = server;

    public Uri Address { get; private set; } = null!;

    /// <summary>Answers every request; null = 404.</summary>
    public Func<SeenRequest, HttpContext, Task>? Answer { get; set; }

    public IReadOnlyList<SeenRequest> Log => [.. _log];

    public static async Task<OutsideSystem> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var server = builder.Build();
        var system = new OutsideSystem(server);
        server.Run(system.HandleAsync);
        await server.StartAsync();
        system.Address = new(server.Urls.First());
        return system;
    }

    /// <summary>Answers with these one after the other, then 404.</summary>
    public void Script(params (int Status, string? Body)[] answers)
    {
        var queue = new ConcurrentQueue<(int Status, string? Body)>(answers);
        Answer = (_, context) => queue.TryDequeue(out var next) ? Json(context, next.Status, next.Body) : Json(context, 404, null);
    }

    public static Task Json(HttpContext context, int status, string? body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return body is null ? Task.CompletedTask : context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _server.StopAsync(atOnce.Token);
        await _server.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        var body = await reader.ReadToEndAsync();
        var seen = new SeenRequest(
            context.Request.Method,
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
            Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)),
            Encoding.Latin1.GetBytes(body),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _log.Enqueue(seen);
        await (Answer?.Invoke(seen, context) ?? Json(context, 404, null));
    }
}
