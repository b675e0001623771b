using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.CrashTests.Workflows;

/// <summary>The outside system that workflows call: it notes every request, and lets those below <c>/held</c> wait until it is told to answer.</summary>
internal sealed class SlowServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;

    private SlowServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>The paths asked for, oldest first.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static async Task<SlowServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new SlowServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public int Count(string path) => _requests.Count(request => request == path);

    public void Release() => _released.TrySetResult();

    public ValueTask DisposeAsync()
    {
        Release();
        return _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _requests.Enqueue(path);
        if (path.StartsWith("/held/", StringComparison.Ordinal))
        {
            await _released.Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
