using System.Reflection;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Tests.State;

/// <summary>
/// Instances that a released version left waiting at everything that can wait — children, a bulk of them, a task, a request, timers, loops, forks, joins by counters and by
/// tokens — go on wherever they are resumed, in any order.
/// </summary>
public sealed class WaitingGoldenTests
{
    private static readonly string[] Expected =
    [
        "17", ">", "a0", "answer", "answer", "b1", "bulk", "bulk-child", "bulk-child", "cron", "delay", "for1", "for2", "fork", "inner", "joined", "signed", "start-at", "timer", "two", "x", "y",
    ];

    private readonly TestWorkflows _workflows = new() { Host = new RequestHost() };
    private readonly WorkflowStateSerializer _serializer = new();

    [Theory]
    [InlineData("state-waits-counter-v1.json", 1)]
    [InlineData("state-waits-counter-v1.json", 2)]
    [InlineData("state-waits-token-v1.json", 1)]
    [InlineData("state-waits-token-v1.json", 2)]
    public async Task GoldenState_WaitingAtEverything_GoesOn(string file, int seed)
    {
        var workflow = _workflows.Prepare((JsonObject)JsonNode.Parse(Golden("definition-waits-v1.json"))!);
        var random = new Random(seed);
        var result = new BurstResult { State = _serializer.Deserialize(Golden(file)) };

        for (var resumptions = 0; result.State.SubStatus == WorkflowSubStatus.Suspended && resumptions < 100; resumptions++)
        {
            var bookmark = result.State.Bookmarks[random.Next(result.State.Bookmarks.Count)];
            result = await _workflows.Runtime.ResumeAsync(
                workflow, TestWorkflows.Reload(result), new ResumeRequest(bookmark.Id, InputOf(bookmark)), _workflows.Host, CancellationToken.None);
            result.HasRun.ShouldBeTrue();
        }

        result.State.Incidents.ShouldBeEmpty();
        result.State.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        TestWorkflows.VariableOf(result, "Log")!.GetValue<string>().Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ShouldBe(Expected);
        TestWorkflows.VariableOf(result, "Rounds")!.GetValue<int>().ShouldBe(2);
    }

    [Theory]
    [InlineData("state-waits-counter-v1.json")]
    [InlineData("state-waits-token-v1.json")]
    public void GoldenState_WrittenBack_IsTheSame(string file) =>
        JsonNode.DeepEquals(JsonNode.Parse(_serializer.Serialize(_serializer.Deserialize(Golden(file)))), JsonNode.Parse(Golden(file))).ShouldBeTrue();

    private static JsonNode? InputOf(Bookmark bookmark) => bookmark.StimulusName switch
    {
        "Elsa.RunTask" => "signed",
        "Elsa.DispatchWorkflow" or "Elsa.ExecuteWorkflow" or "Elsa.BulkDispatchWorkflows" => new JsonObject
        {
            ["WorkflowOutput"] = new JsonObject { ["answer"] = "answer" },
            ["WorkflowInstanceId"] = "child",
            ["WorkflowStatus"] = "Finished",
            ["WorkflowSubStatus"] = "Finished",
        },
        _ => null,
    };

    private static byte[] Golden(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Every burst serves the request <c>POST /orders/17</c>.</summary>
    private sealed class RequestHost : IBurstHost, IHttpExchange
    {
        public HttpRequestData Request { get; } = new() { Method = "POST", Path = "/orders/17", RouteValues = new Dictionary<string, string?> { ["id"] = "17" } };

        public HttpResponseData? Response { get; set; }

        public T? Get<T>()
            where T : class => this as T;

        public ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
