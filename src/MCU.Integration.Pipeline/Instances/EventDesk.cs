using System.Text.Json.Nodes;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Activities.Primitives;
using MCU.Integration.Workflows.Runtime;
using Stimulus = MCU.Integration.Workflows.Runtime.Stimulus;
using UuidV7Source = MCU.Integration.Domain.Ids.UuidV7Source;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>Tells workflows that something happened.</summary>
public sealed class EventDesk(
    ActiveSets sets,
    WorkflowCache workflows,
    IInstanceStore instances,
    ImmediateBursts bursts,
    Committer committer,
    WorkInputs inputs,
    AddressTokens tokens,
    IIdSource instanceIds,
    UuidV7Source ids,
    TimeProvider time)
{
    /// <summary>
    /// Starts the published workflows that an event triggers, and resumes the instances that wait for it. Synchronously, their bursts have run
    /// when this returns; otherwise they are in the queue.
    /// </summary>
    public Task TriggerAsync(Actor actor, EventTrigger trigger, bool synchronously, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        var stimulus = Event.StimulusOf(trigger.EventName);
        return synchronously ? RunAsync(stimulus, trigger, cancellation) : QueueAsync(stimulus, trigger, cancellation);
    }

    /// <summary>Hands in the result of a task. Nothing happens when no instance waits for it (any more): as in Elsa 3.8 that is no error.</summary>
    public async Task CompleteTaskAsync(Actor actor, string taskId, JsonNode? result, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        foreach (var bookmark in await instances.FindBookmarksAsync([RunTask.StimulusOf(taskId).Hash], null, null, cancellation))
        {
            await bursts.ResumeAsync(bookmark.InstanceId, bookmark.Id, result, null, cancellation);
        }
    }

    /// <summary>Does what an address allows that a workflow or a person gave out; whoever has it needs no right. Nothing happens when the instance no longer waits.</summary>
    /// <exception cref="UseCaseException">The token is none, or its term is over.</exception>
    public async Task UseAddressAsync(string? token, JsonNode? input, CancellationToken cancellation)
    {
        var content = tokens.Open(token);
        if (content.EventName is { } eventName)
        {
            await RunAsync(Event.StimulusOf(eventName), new(eventName, input) { InstanceId = content.InstanceId }, cancellation);
        }
        else
        {
            await bursts.ResumeAsync(content.InstanceId, content.BookmarkId!, input, null, cancellation);
        }
    }

    /// <summary>A token that resumes an instance at one bookmark.</summary>
    /// <exception cref="UseCaseException">The instance does not wait there.</exception>
    public async Task<string> MakeTokenAsync(Actor actor, string instanceId, string bookmarkId, DateTimeOffset? expiresAt, CancellationToken cancellation)
    {
        actor.Demand(Right.RunWorkflows);
        var waiting = await instances.BookmarksOfAsync(instanceId, cancellation);
        return waiting.Any(bookmark => bookmark.Id == bookmarkId)
            ? tokens.Make(new(instanceId, null, bookmarkId, expiresAt))
            : throw UseCaseException.NotFound($"bookmark {bookmarkId} of workflow instance {instanceId}");
    }

    private async Task RunAsync(Stimulus stimulus, EventTrigger trigger, CancellationToken cancellation)
    {
        // Looked up first: what this event starts does not hear of it again.
        var waiting = await instances.FindBookmarksAsync([stimulus.Hash], trigger.CorrelationId, trigger.InstanceId, cancellation);
        foreach (var start in TriggersOf(stimulus, trigger))
        {
            var request = new StartRequest
            {
                InstanceId = instanceIds.NewId(),
                CorrelationId = trigger.CorrelationId,
                TriggerActivityId = start.ActivityId,
                TriggerInput = trigger.Input,
            };
            await bursts.StartAsync(await workflows.GetAsync(start.DefinitionVersionId, cancellation), request, null, cancellation);
        }

        foreach (var bookmark in waiting.Where(bookmark => trigger.ActivityInstanceId is null || bookmark.ActivityInstanceId == trigger.ActivityInstanceId))
        {
            await bursts.ResumeAsync(bookmark.InstanceId, bookmark.Id, trigger.Input, null, cancellation);
        }
    }

    private async Task QueueAsync(Stimulus stimulus, EventTrigger trigger, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var input = inputs.Hold(new() { Stimulus = trigger.Input });
        var changes = new ChangeSet { Now = now };
        foreach (var start in TriggersOf(stimulus, trigger))
        {
            var id = ids.Next<WorkItemId>();
            changes.WorkItems.Add(new(id, WorkKind.DispatchWorkflow, null, now, now)
            {
                DefinitionVersionId = start.DefinitionVersionId,
                TriggerActivityId = start.ActivityId,
                CorrelationId = trigger.CorrelationId,
                Input = input.For(id),
            });
        }

        changes.Stimuli.Add(new(stimulus.Name, stimulus.Hash, input)
        {
            CorrelationId = trigger.CorrelationId,
            InstanceId = trigger.InstanceId,
            ActivityInstanceId = trigger.ActivityInstanceId,
        });
        await committer.CommitAsync(changes, cancellation);
    }

    private IReadOnlyList<TriggerRow> TriggersOf(Stimulus stimulus, EventTrigger trigger) =>
        trigger.InstanceId is null && trigger.ActivityInstanceId is null ? sets.Current.Triggers.Find(stimulus.Hash) : [];
}
