using System.Diagnostics;
using System.Text.Json;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Telemetry;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>Computes bursts: change sets, nothing written, save what must be written before something leaves the process.</summary>
public sealed class BurstRunner(ActiveSets sets, WorkflowRuntime runtime, BurstPorts ports, IIdSource instanceIds)
{
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(100);

    /// <summary>What a work item comes to.</summary>
    /// <exception cref="PostponeException">It cannot be computed yet.</exception>
    public async Task<ComputedBurst> RunAsync(LeasedWorkItem leased, BurstSnapshot snapshot, CancellationToken cancellation)
    {
        using var trace = StartTrace(leased, snapshot);
        var item = leased.Item;
        var host = Begin(leased, MessageOf(item, snapshot), null);
        if (item.Kind == WorkKind.ReportRecovery)
        {
            await RecoveryReport.WriteAsync(host.Scope, item, cancellation);
            return End(host, null);
        }

        var known = item.InstanceId is { } id && snapshot.Instances.TryGetValue(id, out var found) ? found : default;
        if (known.Row is not null)
        {
            return await ContinueAsync(host, leased, known, cancellation);
        }

        if (item.DefinitionVersionId is not { } versionId || item.Kind == WorkKind.ContinueInstance)
        {
            // The instance was deleted meanwhile: nothing is left to do.
            return End(host, null);
        }

        var (workflow, draft) = await ports.Workflows.ToStartAsync(versionId, cancellation);
        return await StartAsync(host, workflow, draft, RequestOf(item), cancellation);
    }

    /// <summary>Starts an instance for a caller who waits.</summary>
    /// <param name="draft">The snapshot that an instance of a draft is stored with (<see cref="WorkflowCache.ToStartAsync"/>).</param>
    public Task<ComputedBurst> StartAsync(
        PreparedWorkflow workflow, StartRequest request, IHttpExchange? exchange, CancellationToken cancellation, DefinitionSnapshot? draft = null) =>
        StartAsync(Begin(null, null, exchange), workflow, draft, request, cancellation);

    /// <summary>Resumes an instance for a caller who waits.</summary>
    /// <exception cref="PostponeException">A burst of the instance is under way.</exception>
    public async Task<ComputedBurst> ResumeAsync(
        (InstanceRow Row, SealedBody State) known, ResumeRequest request, IHttpExchange? exchange, CancellationToken cancellation)
    {
        var state = ports.Book.Open(known);
        if (state.SubStatus == WorkflowSubStatus.Executing)
        {
            throw new PostponeException("instance_busy", BusyPause);
        }

        var host = Begin(null, null, exchange);
        SetSubject(host.Scope, state.CorrelationId);
        host.Read(known.Row);
        var workflow = await ports.Workflows.ToContinueAsync(known.Row, cancellation);
        return End(host, await runtime.ResumeAsync(workflow, state, request, host, cancellation));
    }

    /// <summary>Repeats the faulted activities of an instance.</summary>
    public async Task<ComputedBurst> RetryAsync((InstanceRow Row, SealedBody State) known, CancellationToken cancellation)
    {
        var state = ports.Book.Open(known);
        var host = Begin(null, null, null);
        SetSubject(host.Scope, state.CorrelationId);
        host.Read(known.Row);
        var workflow = await ports.Workflows.ToContinueAsync(known.Row, cancellation);
        return End(host, await runtime.RetryFaultedAsync(workflow, state, host, cancellation));
    }

    /// <summary>Ends an instance. One whose definition is gone is ended, too.</summary>
    public async Task<ComputedBurst> CancelAsync((InstanceRow Row, SealedBody State) known, CancellationToken cancellation)
    {
        var state = ports.Book.Open(known);
        var host = Begin(null, null, null);
        host.Read(known.Row);
        return End(host, await TryToContinueAsync(known.Row, cancellation) is { } workflow
            ? await runtime.CancelAsync(workflow, state, host, cancellation)
            : CancelBare(state));
    }

    private async ValueTask<PreparedWorkflow?> TryToContinueAsync(InstanceRow row, CancellationToken cancellation)
    {
        try
        {
            return await ports.Workflows.ToContinueAsync(row, cancellation);
        }
        catch (ContentException)
        {
            return null;
        }
    }

    private async Task<ComputedBurst> StartAsync(
        BurstHost host, PreparedWorkflow workflow, DefinitionSnapshot? draft, StartRequest request, CancellationToken cancellation)
    {
        host.Draft = draft;
        SetSubject(host.Scope, request.CorrelationId);
        host.Gate = InstanceBook.GateOf(workflow.Definition, request.CorrelationId);
        return End(host, await runtime.StartAsync(workflow, request, host, cancellation));
    }

    private async Task<ComputedBurst> ContinueAsync(BurstHost host, LeasedWorkItem leased, (InstanceRow Row, SealedBody State) known, CancellationToken cancellation)
    {
        var item = leased.Item;
        var state = ports.Book.Open(known);
        SetSubject(host.Scope, state.CorrelationId);
        host.Read(known.Row);
        var workflow = await ports.Workflows.ToContinueAsync(known.Row, cancellation);
        return End(host, state.SubStatus switch
        {
            WorkflowSubStatus.Faulted => await runtime.RetryFaultedAsync(workflow, state, host, cancellation),
            WorkflowSubStatus.Executing when item.Kind == WorkKind.ContinueInstance => await runtime.ContinueAsync(workflow, state, host, cancellation),
            WorkflowSubStatus.Executing => throw new PostponeException("instance_busy", BusyPause),
            _ when item.BookmarkId is { } bookmark => await runtime.ResumeAsync(workflow, state, new(bookmark, ports.Services.Inputs.Open(item.Id, item.Input).Stimulus), host, cancellation),
            _ => null,
        });
    }

    private BurstHost Begin(LeasedWorkItem? item, InboundMessage? message, IHttpExchange? exchange)
    {
        if (exchange is not null)
        {
            // A burst that is computed again answers again.
            exchange.Response = null;
        }

        return new(new(ports.Services, sets.Current, item, message, ports.Time.GetUtcNow()), ports, exchange);
    }

    private static ComputedBurst End(BurstHost host, BurstResult? result)
    {
        var scope = host.Scope;
        if (result is not { HasRun: true })
        {
            return new(scope.TakeChanges(), scope.Item, null);
        }

        host.Record(result);
        if (result.State.SubStatus == WorkflowSubStatus.Faulted && scope.Item is { } item)
        {
            var incident = result.State.Incidents.LastOrDefault();
            scope.Changes.Fault = new(item.Lease, "workflow_faulted", incident is null ? null : Describe(incident), null) { InstanceId = result.State.InstanceId };
        }

        return new(scope.TakeChanges(), scope.Item, result.State);
    }

    // The detail is shown to whoever may see that a message happened. Our own words name keys and pointers; those of a script or a conversion may quote the
    // citizen, and stay in the sealed instance.
    private static string Describe(Incident incident)
    {
        var (type, message) = incident.Exception is { } exception ? (exception.Type, exception.Message) : ("", "");
        return type == typeof(ContentException).FullName ? $"{incident.ActivityId}: {message}" : $"{incident.ActivityId}: {type[(type.LastIndexOf('.') + 1)..]}";
    }

    private static BurstResult CancelBare(WorkflowState state)
    {
        if (state.Status != WorkflowStatus.Running)
        {
            return new() { State = state, HasRun = false };
        }

        var removed = state.Bookmarks.Select(bookmark => bookmark.Id).ToList();
        state.Bookmarks.Clear();
        state.SubStatus = WorkflowSubStatus.Cancelled;
        return new() { State = state, RemovedBookmarkIds = removed };
    }

    private StartRequest RequestOf(NewWorkItem item)
    {
        var input = ports.Services.Inputs.Open(item.Id, item.Input);
        return new()
        {
            InstanceId = item.InstanceId ?? instanceIds.NewId(),
            CorrelationId = item.CorrelationId,
            Name = input.Name,
            TriggerActivityId = item.TriggerActivityId,
            Input = input.Input,
            TriggerInput = input.Stimulus,
            ParentInstanceId = input.ParentInstanceId,
            OnFinished = input.OnFinished,
        };
    }

    // The burst belongs to the trace that brought the message, however much later it runs.
    private static Activity? StartTrace(LeasedWorkItem leased, BurstSnapshot snapshot)
    {
        if (!HubTelemetry.Traces.HasListeners())
        {
            return null;
        }

        var parent = leased.Item.MessageId is { } id && snapshot.Messages.TryGetValue(id, out var message) ? message.Row.TraceParent : null;
        return HubTelemetry.Traces.StartActivity("burst", ActivityKind.Consumer, parent)
            ?.SetTag("mcu.work", leased.Item.Id.ToString()).SetTag("mcu.kind", EnumWord.Of(leased.Item.Kind));
    }

    private InboundMessage? MessageOf(NewWorkItem item, BurstSnapshot snapshot)
    {
        if (item.MessageId is not { } id)
        {
            return null;
        }

        var (row, raw) = snapshot.Messages.TryGetValue(id, out var message) ? message : throw new InvalidOperationException($"Message {id} is gone.");
        return new(row, JsonElement.Parse(ports.Services.Sealer.Open(SealedPlace.Body(id, BodyPart.Raw), raw)));
    }

    private static void SetSubject(BurstScope scope, string? correlationId)
    {
        if (EntityId.TryParse<CaseId>(correlationId, out var caseId))
        {
            scope.CurrentCase = caseId;
        }
    }
}
