using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Bench.Sink;

/// <summary>The outside systems: a bare endpoint that answers at once and remembers when what arrived. The judge of every end-to-end figure.</summary>
internal sealed class DeliverySink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _arrivals = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private int _repeated;

    private DeliverySink()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Arrivals of something that had arrived before; in a run without faults there must be none.</summary>
    public int Repeated => Volatile.Read(ref _repeated);

    public static async Task<DeliverySink> StartAsync()
    {
        var sink = new DeliverySink();
        await sink._app.StartAsync();
        return sink;
    }

    /// <summary>Name of the card that the message with this id leads to.</summary>
    public static string CardOf(string messageId) => $"card-{messageId}";

    /// <summary>Name of the status that is told about the message with this id.</summary>
    public static string StatusOf(string messageId) => $"status-{messageId}";

    /// <summary>Timestamp of the first arrival, once there is one.</summary>
    public Task<long> ArrivalOf(string name) => Entry(name).Task;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var at = Stopwatch.GetTimestamp();
        var path = context.Request.Path.Value!;
        using var document = await JsonDocument.ParseAsync(context.Request.Body);
        if (path == "/cards")
        {
            var id = document.RootElement.GetProperty("external_refs")[0].GetProperty("id").GetString()!;
            Arrived(CardOf(id), at);
            await WriteAsync(context, $$"""{"card_id":"{{CardOf(id)}}","revision":1}""");
        }
        else
        {
            // /api/v1/messages/{id}/status
            Arrived(StatusOf(path.Split('/')[4]), at);
            await WriteAsync(context, """{"revision":2}""");
        }
    }

    private void Arrived(string name, long at)
    {
        if (!Entry(name).TrySetResult(at))
        {
            Interlocked.Increment(ref _repeated);
        }
    }

    private TaskCompletionSource<long> Entry(string name) =>
        _arrivals.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        return context.Response.WriteAsync(json);
    }
}
