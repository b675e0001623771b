using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using static MCU.Integration.Workflows.Tests.TestWorkflows;

namespace MCU.Integration.Workflows.Tests.Activities;

/// <summary>The resilience strategy of HTTP requests.</summary>
public sealed class HttpRetryTests
{
    private readonly TestWorkflows _workflows = new();
    private readonly SenderHost _host = new();

    public HttpRetryTests() => _workflows.Host = _host;

    [Fact]
    public async Task Request_StrategyByExpression_GoesWithTheRequest()
    {
        await RunAsync("""{"mode":"Expression","expression":{"type":"JavaScript","value":"({ MaxRetryAttempts: getTimes(), delay: '00:00:02', backoffType: 'Linear', useJitter: false })"}}""");

        _host.Sent.ShouldHaveSingleItem().Retry.ShouldBe(new HttpRetry(5, TimeSpan.FromSeconds(2), RetryBackoff.Linear, UseJitter: false));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"mode":"Identifier","strategyId":"Unknown"}""")]
    public async Task Request_NoStrategy_IsSentOnce(string? setting)
    {
        await RunAsync(setting);

        _host.Sent.ShouldHaveSingleItem().Retry.ShouldBeNull();
    }

    [Theory]
    [InlineData("({ maxRetryAttempts: 1000 })")]
    [InlineData("({ delay: 'soon' })")]
    [InlineData("({ delay: '01:00:00' })")]
    [InlineData("({ backoffType: 'Never' })")]
    [InlineData("'text'")]
    public async Task Request_StrategyOutOfBounds_IsAnIncident(string script)
    {
        var result = await RunAsync(new JsonObject { ["mode"] = "Expression", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } }.ToJsonString());

        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        _host.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(RetryBackoff.Constant, 3, 1)]
    [InlineData(RetryBackoff.Linear, 3, 3)]
    [InlineData(RetryBackoff.Exponential, 3, 4)]
    public void PauseBefore_Retry_GrowsAsTheBackoffSays(RetryBackoff backoff, int retry, int seconds)
    {
        new HttpRetry(5, TimeSpan.FromSeconds(1), backoff, UseJitter: false).PauseBefore(retry, 0.9).ShouldBe(TimeSpan.FromSeconds(seconds));
        new HttpRetry(5, TimeSpan.FromSeconds(1), backoff, UseJitter: true).PauseBefore(retry, 1).ShouldBe(TimeSpan.FromSeconds(seconds * 1.25));
    }

    private Task<BurstResult> RunAsync(string? setting)
    {
        var request = Activity("R", "Elsa.SendHttpRequest", ("url", Literal("http://127.0.0.1/x")));
        request["customProperties"] = new JsonObject { ["resilienceStrategy"] = setting is null ? null : JsonNode.Parse(setting) };
        return _workflows.StartAsync(_workflows.Prepare(Definition(Sequence(request), Variable("Times", "Int32", "5"))));
    }

    private sealed class SenderHost : IBurstHost, IHttpSender
    {
        public List<HttpSendRequest> Sent { get; } = [];

        public T? Get<T>()
            where T : class => this as T;

        public ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<HttpSendResult> SendAsync(HttpSendRequest request, CancellationToken cancellationToken)
        {
            Sent.Add(request);
            return ValueTask.FromResult(new HttpSendResult(HttpSendOutcome.Answered, new HttpAnswer(200, "OK")));
        }
    }
}
