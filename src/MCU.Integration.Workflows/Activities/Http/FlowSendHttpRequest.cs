using System.Globalization;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Http;

/// <summary>Sends a request and goes on by an outcome that fits the answer. Done is always among the outcomes of an answer.</summary>
[Activity("Elsa", "HTTP", Kind = ActivityKind.Task, DisplayName = "HTTP Request (flow)", Description = "Send an HTTP request.", ResilienceCategory = "HTTP")]
public sealed class FlowSendHttpRequest : HttpRequestActivity
{
    /// <summary>The statuses with an outcome of their own.</summary>
    [Input(UIHint = "multitext", DefaultValue = "[200]", Order = 5.1f, Description = "A list of expected status codes to handle.")]
    public Input<List<int>> ExpectedStatusCodes { get; set; } = null!;

    /// <inheritdoc />
    protected override ValueTask OnAnsweredAsync(ActivityExecutionContext context, int statusCode)
    {
        var expected = context.Get(ExpectedStatusCodes) ?? [];

        if (expected.Count == 0)
        {
            return context.CompleteAsync(Outcomes.Done);
        }

        var outcome = expected.Contains(statusCode) ? statusCode.ToString(CultureInfo.InvariantCulture) : "Unmatched status code";
        return context.CompleteAsync(outcome, Outcomes.Done);
    }

    /// <inheritdoc />
    protected override ValueTask OnFailedToConnectAsync(ActivityExecutionContext context) => context.CompleteAsync("Failed to connect");

    /// <inheritdoc />
    protected override ValueTask OnTimeoutAsync(ActivityExecutionContext context) => context.CompleteAsync("Timeout");
}
