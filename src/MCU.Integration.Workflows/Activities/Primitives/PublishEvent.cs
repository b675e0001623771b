using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Publishes an event when the burst is committed: it starts and resumes the workflows that wait for it.</summary>
[Activity("Elsa", "Primitives", Description = "Publishes an event.")]
public sealed class PublishEvent : CodeActivity
{
    /// <summary>The event's name; case matters.</summary>
    [Input(Description = "The name of the event to publish.")]
    public Input<string> EventName { get; set; } = null!;

    /// <summary>Only instances with this correlation id; blank for all.</summary>
    [Input(Description = "The correlation ID to scope the event to.")]
    public Input<string?> CorrelationId { get; set; } = null!;

    /// <summary>Whether only this instance hears it.</summary>
    [Input(DisplayName = "Local event", Description = "Whether the event is local to the workflow. When checked, the event will be delivered to this workflow instance only.")]
    public Input<bool> IsLocalEvent { get; set; } = null!;

    /// <summary>What comes with the event.</summary>
    [Input(Description = "The payload to send as the event body.")]
    public Input<JsonNode?> Payload { get; set; } = null!;

    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        var stimulus = Event.StimulusOf(context.Get(EventName) ?? "");
        var isLocal = context.Get(IsLocalEvent);
        var correlationId = context.Get(CorrelationId);

        context.Send(new SentStimulus(stimulus.Name, stimulus.Hash, context.Get(Payload)?.DeepClone())
        {
            CorrelationId = string.IsNullOrWhiteSpace(correlationId) ? null : correlationId,
            InstanceId = isLocal ? context.InstanceId : null,
            StartsWorkflows = !isLocal,
        });
        return ValueTask.CompletedTask;
    }
}
