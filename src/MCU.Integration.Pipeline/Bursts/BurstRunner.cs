using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Telemetry;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>Computes what a work item comes to: a change set, nothing written.</summary>
public sealed class BurstRunner(
    ActiveSets sets,
    WorkflowCache workflows,
    WorkflowRuntime runtime,
    InstanceBook book,
    BurstServices services,
    IIdSource instanceIds,
    TimeProvider time)
{
    /// <exception cref="PostponeException">It cannot be computed yet.</exception>
    public async Task<ChangeSet> RunAsync(LeasedWorkItem item, BurstSnapshot snapshot, CancellationToken cancellation)
    {
        using var trace = StartTrace(item, snapshot);
        var scope = new BurstScope(services, sets.Current, item, MessageOf(item, snapshot), time.GetUtcNow());
        var known = item.Item.InstanceId is { } id && snapshot.Instances.TryGetValue(id, out var found) ? found : default;
        if (item.Item.Kind == WorkKind.ReportRecovery)
        {
            await RecoveryReport.WriteAsync(scope, item.Item, cancellation);
        }
        else if (known.Row is not null)
        {
            await ContinueAsync(scope, item.Item, known, cancellation);
        }
        else if (item.Item.DefinitionVersionId is { } versionId)
        {
            await StartAsync(scope, item.Item, versionId, cancellation);
        }

        // An item of an instance that was deleted meanwhile has nothing left to do.
        return Finish(scope);
    }

    // The burst belongs to the trace that brought the message, however much later it runs.
    private static Activity? StartTrace(LeasedWorkItem item, BurstSnapshot snapshot)
    {
        if (!HubTelemetry.Traces.HasListeners())
        {
            return null;
        }

        var parent = item.Item.MessageId is { } id && snapshot.Messages.TryGetValue(id, out var message) ? message.Row.TraceParent : null;
        return HubTelemetry.Traces.StartActivity("burst", ActivityKind.Consumer, parent)
            ?.SetTag("mcu.work", item.Item.Id.ToString()).SetTag("mcu.kind", EnumWord.Of(item.Item.Kind));
    }

    private async Task StartAsync(BurstScope scope, NewWorkItem item, string versionId, CancellationToken cancellation)
    {
        var (workflow, snapshot) = await workflows.ToStartAsync(versionId, cancellation);
        var request = new StartRequest
        {
            InstanceId = instanceIds.NewId(),
            CorrelationId = item.CorrelationId,
            TriggerActivityId = item.TriggerActivityId,
            Input = JsonNode.Parse(item.Input ?? "{}") as JsonObject,
            TriggerInput = item.Input is null ? null : JsonNode.Parse(item.Input),
        };
        SetSubject(scope, item.CorrelationId);
        var result = await runtime.StartAsync(workflow, request, new BurstHost(scope), cancellation);
        Record(scope, workflow, result, null, snapshot);
    }

    private async Task ContinueAsync(BurstScope scope, NewWorkItem item, (InstanceRow Row, SealedBody State) known, CancellationToken cancellation)
    {
        var workflow = await workflows.ToContinueAsync(known.Row, cancellation);
        var state = book.Open(known.State);
        SetSubject(scope, state.CorrelationId);
        var host = new BurstHost(scope);
        var result = state.SubStatus == WorkflowSubStatus.Faulted
            ? await runtime.RetryFaultedAsync(workflow, state, host, cancellation)
            : item.BookmarkId is { } bookmarkId
                ? await runtime.ResumeAsync(workflow, state, new(bookmarkId, item.Input is null ? null : JsonNode.Parse(item.Input)), host, cancellation)
                : new() { State = state, HasRun = false };
        if (result.HasRun)
        {
            Record(scope, workflow, result, known.Row);
        }
    }

    private void Record(BurstScope scope, PreparedWorkflow workflow, BurstResult result, InstanceRow? before, DefinitionSnapshot? snapshot = null)
    {
        scope.Changes.Instances.Add(book.ToWrite(workflow, result, before, snapshot));
        if (result.State.SubStatus == WorkflowSubStatus.Faulted && scope.Item is { } item)
        {
            var incident = result.State.Incidents.LastOrDefault();
            scope.Changes.Fault = new(item.Lease, "workflow_faulted", incident is null ? null : Describe(incident), null) { InstanceId = result.State.InstanceId };
        }
    }

    // The detail is shown to whoever may see that a message happened. Our own words name keys and pointers; those of a script or a conversion may quote the
    // citizen, and stay in the sealed instance.
    private static string Describe(Incident incident)
    {
        var (type, message) = incident.Exception is { } exception ? (exception.Type, exception.Message) : ("", "");
        return type == typeof(ContentException).FullName ? $"{incident.ActivityId}: {message}" : $"{incident.ActivityId}: {type[(type.LastIndexOf('.') + 1)..]}";
    }

    private static ChangeSet Finish(BurstScope scope)
    {
        scope.Complete();
        return scope.Changes;
    }

    private InboundMessage? MessageOf(LeasedWorkItem item, BurstSnapshot snapshot)
    {
        if (item.Item.MessageId is not { } id)
        {
            return null;
        }

        var (row, raw) = snapshot.Messages.TryGetValue(id, out var message) ? message : throw new InvalidOperationException($"Message {id} is gone.");
        return new(row, JsonElement.Parse(services.Sealer.Open(raw)));
    }

    private static void SetSubject(BurstScope scope, string? correlationId)
    {
        if (EntityId.TryParse<CaseId>(correlationId, out var caseId))
        {
            scope.CurrentCase = caseId;
        }
    }
}
