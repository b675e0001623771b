using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>Watches an instance as the designer does, in SignalR's own protocol.</summary>
internal sealed class LiveObserver : IDisposable
{
    public const string Path = "/elsa/hubs/workflow-instance";

    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<string> _received = new();
    private string _rest = "";

    private LiveObserver()
    {
    }

    public static async Task<LiveObserver> ObserveAsync(Uri hub, string key, string instanceId, CancellationToken cancellation)
    {
        var observer = new LiveObserver();
        await observer._socket.ConnectAsync(new Uri($"ws://{hub.Authority}{Path}?access_token={key}"), cancellation);
        await observer.SendAsync("""{"protocol":"json","version":1}""", cancellation);
        (await observer.ReceiveAsync(cancellation)).ShouldBeEmpty();
        await observer.SendAsync($$"""{"type":1,"target":"ObserveInstanceAsync","arguments":["{{instanceId}}"]}""", cancellation);
        return observer;
    }

    /// <summary>Reads until the hub has told that the workflow is completed; returns what was called meanwhile.</summary>
    public async Task<IReadOnlySet<string>> UntilCompletedAsync(CancellationToken cancellation)
    {
        HashSet<string> targets = [];
        for (var completed = false; !completed;)
        {
            var message = await ReceiveAsync(cancellation);
            if (message["target"]?.GetValue<string>() is { } target)
            {
                targets.Add(target);
                completed = target == "ActivityExecutionLogUpdatedAsync" && message["arguments"]![0]!["stats"]!.AsArray()
                    .Any(row => row!["activityNodeId"]!.GetValue<string>() == "Workflow1" && row["completedCount"]!.GetValue<int>() == 1);
            }
        }

        return targets;
    }

    public void Dispose() => _socket.Dispose();

    private Task SendAsync(string message, CancellationToken cancellation) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    private async Task<JsonObject> ReceiveAsync(CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        while (_received.Count == 0)
        {
            var part = await _socket.ReceiveAsync(buffer, cancellation);
            part.MessageType.ShouldBe(WebSocketMessageType.Text, _socket.CloseStatusDescription);
            var texts = (_rest + Encoding.UTF8.GetString(buffer, 0, part.Count)).Split(End);
            _rest = texts[^1];
            foreach (var text in texts[..^1])
            {
                _received.Enqueue(text);
            }
        }

        return JsonNode.Parse(_received.Dequeue())!.AsObject();
    }
}
