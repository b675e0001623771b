using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Waits for an event by name, or is started by it.</summary>
[Activity("Elsa", "Primitives", Kind = ActivityKind.Trigger, Description = "Wait for an event to be published.")]
public sealed class Event : Activity
{
    /// <summary>The name of the stimulus.</summary>
    public const string StimulusName = "Elsa.Event";

    /// <summary>The event's name; case matters.</summary>
    [Input(UIHint = "singleline", DisplayName = "Event Name", Description = "The name of the event to listen for.")]
    public Input<string> EventName { get; set; } = null!;

    /// <summary>What came with the event.</summary>
    [Output]
    public Output<JsonNode?> Result { get; set; } = null!;

    /// <summary>The stimulus of an event.</summary>
    public static Stimulus StimulusOf(string eventName) => new(StimulusName, new JsonObject { ["eventName"] = eventName });

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.TryTakeTrigger(out var payload))
        {
            await CompleteAsync(context, payload);
            return;
        }

        context.CreateBookmark(StimulusOf(context.Get(EventName) ?? ""));
    }

    /// <inheritdoc />
    protected internal override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption) => CompleteAsync(context, resumption.Input);

    /// <inheritdoc />
    protected internal override IEnumerable<Stimulus> GetTriggers(ActivityExecutionContext context) => [StimulusOf(context.Get(EventName) ?? "")];

    private ValueTask CompleteAsync(ActivityExecutionContext context, JsonNode? payload)
    {
        context.Set(Result, payload);
        return context.CompleteAsync();
    }
}
