using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Tests.Behaviour;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Activities;

public sealed class HttpEndpointTests
{
    private readonly InMemoryCaseServer _server = new();

    [Fact]
    public async Task Request_ThatWouldStart_MalformedJson_IsAnsweredAndLeavesNothingWaiting()
    {
        await PublishAsync(Activity("E", "Elsa.HttpEndpoint", ("path", Literal("in")), ("supportedMethods", Expression("Object", "[\"POST\"]")), ("customProperties", CanStart()), ("parsedContent", Reference())));

        var response = await SendAsync("{\"a\": ");

        response.Status.ShouldBe(400);
        (await InstancesAsync()).ShouldBe(["Finished"]);
    }

    [Fact]
    public async Task Request_ThatWouldResume_MalformedJson_LetsTheInstanceGoOnWaiting()
    {
        await PublishAsync(Activity("E", "Elsa.HttpEndpoint", ("path", Literal("in")), ("supportedMethods", Expression("Object", "[\"POST\"]")), ("parsedContent", Reference())));
        await _server.ApiAsync("POST", "/workflow-definitions/definition-1/execute", new JsonObject());

        (await SendAsync("{\"a\": ")).Status.ShouldBe(400);
        (await InstancesAsync()).ShouldBe(["Suspended"]);
        (await SendAsync("{\"a\": 1}")).Status.ShouldBe(200);
        (await InstancesAsync()).ShouldBe(["Finished"]);
    }

    [Theory]
    [InlineData(false, 413)]
    [InlineData(true, 200)]
    public async Task Request_TooLarge_IsRefusedUnlessTheOutcomeIsExposed(bool isExposed, int status)
    {
        await PublishAsync(Activity(
            "E", "Elsa.HttpEndpoint", ("path", Literal("in")), ("supportedMethods", Expression("Object", "[\"POST\"]")), ("customProperties", CanStart()),
            ("requestSizeLimit", Literal("3")), ("exposeRequestTooLargeOutcome", isExposed)));

        (await SendAsync("{\"a\": 1}")).Status.ShouldBe(status);
        (await SendAsync("{}")).Status.ShouldBe(200);
    }

    private Task<CaseResponse> SendAsync(string body) => _server.HttpAsync(new CaseRequest(
        "POST", "/in", new Dictionary<string, string> { ["Content-Type"] = "application/json" }, Encoding.UTF8.GetBytes(body)));

    private async Task PublishAsync(JsonObject endpoint) =>
        (await _server.ApiAsync("POST", "/workflow-definitions", new JsonObject { ["publish"] = true, ["model"] = Definition(Sequence(endpoint), Variable("B", "Object", null)) })).Status.ShouldBe(200);

    private async Task<string[]> InstancesAsync() =>
        [.. (await _server.ApiAsync("POST", "/workflow-instances", new JsonObject { ["definitionIds"] = new JsonArray("definition-1") })).Body!["items"]!.AsArray().Select(item => (string)item!["subStatus"]!)];

    private static JsonObject CanStart() => new() { ["canStartWorkflow"] = true };

    private static JsonObject Reference() => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "vB" } };
}
