using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Http;

/// <summary>Sends a request and runs the activity inside that fits the answer.</summary>
[Activity("Elsa", "HTTP", Kind = ActivityKind.Task, DisplayName = "HTTP Request", Description = "Send an HTTP request.", ResilienceCategory = "HTTP")]
public sealed class SendHttpRequest : HttpRequestActivity
{
    private readonly Dictionary<long, ActivityNode?> _branches = [];

    /// <summary>The activities by status: <c>[{statusCode, activity}]</c>.</summary>
    [Input(
        UIHint = "http-status-codes",
        Description = "A list of expected status codes to handle and the corresponding activity to execute when the status code matches.")]
    public JsonNode? ExpectedStatusCodes { get; set; }

    /// <summary>What runs after an answer with another status.</summary>
    [Port]
    public ActivityNode? UnmatchedStatusCode { get; set; }

    /// <summary>What runs without a connection.</summary>
    [Port]
    public ActivityNode? FailedToConnect { get; set; }

    /// <summary>What runs when no answer came in time.</summary>
    [Port]
    public ActivityNode? Timeout { get; set; }

    /// <inheritdoc />
    protected internal override void Prepare()
    {
        foreach (var item in (ExpectedStatusCodes as JsonArray ?? []).OfType<JsonObject>())
        {
            if (item["statusCode"].AsInteger() is { } code)
            {
                _branches.TryAdd(code, Node.ChildOf(item["activity"]));
            }
        }
    }

    /// <inheritdoc />
    protected override ValueTask OnAnsweredAsync(ActivityExecutionContext context, int statusCode) =>
        RunAsync(context, _branches.TryGetValue(statusCode, out var branch) ? branch : UnmatchedStatusCode);

    /// <inheritdoc />
    protected override ValueTask OnFailedToConnectAsync(ActivityExecutionContext context) => RunAsync(context, FailedToConnect);

    /// <inheritdoc />
    protected override ValueTask OnTimeoutAsync(ActivityExecutionContext context) => RunAsync(context, Timeout);

    private static ValueTask RunAsync(ActivityExecutionContext context, ActivityNode? branch)
    {
        if (branch is null)
        {
            return context.CompleteAsync();
        }

        context.Schedule(branch);
        return ValueTask.CompletedTask;
    }
}
