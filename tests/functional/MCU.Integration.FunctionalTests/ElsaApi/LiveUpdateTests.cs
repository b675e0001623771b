using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.ElsaApi;

/// <summary>The hub for live updates, spoken to in SignalR's own protocol.</summary>
public abstract class LiveUpdateTests(HubHost hub) : ElsaApiTests(hub)
{
    private const string Path = "/elsa/hubs/workflow-instance";
    private const char End = '\u001e';

    [Fact]
    public async Task Observer_OfAnInstance_IsToldWhenItGoesOn()
    {
        using var admin = Hub.Admin();
        var instance = await StartWaitingAsync(admin, NewId("live"), delay: "00:00:03");
        var id = Text(instance["id"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var socket = await ObserveAsync(Hub.Url, id, patience.Token);

        var finished = false;
        var targets = new HashSet<string>();
        while (!finished)
        {
            var message = await ReceiveAsync(socket, patience.Token);
            if (message["target"]?.GetValue<string>() is { } target)
            {
                targets.Add(target);
                finished = target == "ActivityExecutionLogUpdatedAsync"
                    && message["arguments"]![0]!["stats"]!.AsArray().Any(row => Text(row!["activityNodeId"]) == "Workflow1" && Number(row["completedCount"]) == 1);
            }
        }

        targets.ShouldContain("WorkflowInstanceUpdatedAsync");
        targets.ShouldContain("WorkflowExecutionLogUpdatedAsync");
        Text((await GetAsync(admin, $"/workflow-instances/{id}/execution-state"))["status"]).ShouldBe("Finished");
    }

    [Fact]
    public async Task Negotiate_WithoutSession_Is401()
    {
        using var nobody = Hub.Client();

        using var response = await nobody.PostAsync($"{Path}/negotiate?negotiateVersion=1", null);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Token_InTheQueryOfAnythingElse_IsNotTaken()
    {
        using var nobody = Hub.Client();

        using var response = await nobody.GetAsync($"{Api}/features/installed?access_token={Hub.AdminKey}");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<ClientWebSocket> ObserveAsync(Uri url, string instanceId, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{url.Authority}{Path}?access_token={Hub.AdminKey}"), cancellation);
        await SendAsync(socket, """{"protocol":"json","version":1}""", cancellation);
        (await ReceiveAsync(socket, cancellation)).ShouldBeEmpty();
        await SendAsync(socket, $$"""{"type":1,"target":"ObserveInstanceAsync","arguments":["{{instanceId}}"]}""", cancellation);
        return socket;
    }

    private readonly Queue<string> _received = new();
    private string _rest = "";

    private static Task SendAsync(ClientWebSocket socket, string message, CancellationToken cancellation) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    private async Task<JsonObject> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        while (_received.Count == 0)
        {
            var part = await socket.ReceiveAsync(buffer, cancellation);
            part.MessageType.ShouldBe(WebSocketMessageType.Text, socket.CloseStatusDescription);
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
