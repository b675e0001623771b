using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Http;

/// <summary>Workflows that requests start or resume. Who may call is said by the endpoint's activity and checked before.</summary>
public sealed class HttpWorkflowDesk(ActiveSets sets, WorkflowCache workflows, IInstanceStore instances, InstanceBook book, ImmediateBursts bursts, IIdSource instanceIds)
{
    /// <summary>Triggers of the published workflows; another object once something was published.</summary>
    public TriggerIndex Triggers => sets.Current.Triggers;

    /// <summary>Routes with parameters that instances wait at.</summary>
    public Task<IReadOnlyList<HttpTemplate>> TemplatesAsync(CancellationToken cancellation) => instances.HttpTemplatesAsync(cancellation);

    /// <summary>Bookmarks that wait for a request of these routes.</summary>
    public Task<IReadOnlyList<BookmarkRow>> WaitingAsync(IReadOnlyCollection<string> hashes, string? correlationId, string? instanceId, CancellationToken cancellation) =>
        instances.FindBookmarksAsync(hashes, correlationId, instanceId, cancellation);

    /// <summary>The endpoint that a bookmark waits at.</summary>
    public HttpRoute RouteOf(BookmarkRow bookmark) => HttpRoute.Read(book.PayloadOf(bookmark));

    /// <summary>Starts the workflow of a trigger.</summary>
    public async Task<ImmediateResult> StartAsync(TriggerRow trigger, string? correlationId, IHttpExchange exchange, CancellationToken cancellation)
    {
        var request = new StartRequest { InstanceId = instanceIds.NewId(), CorrelationId = correlationId, TriggerActivityId = trigger.ActivityId };
        return await bursts.StartAsync(await workflows.GetAsync(trigger.DefinitionVersionId, cancellation), request, exchange, cancellation);
    }

    /// <summary>Resumes the instance of a bookmark.</summary>
    public Task<ImmediateResult> ResumeAsync(BookmarkRow bookmark, IHttpExchange exchange, CancellationToken cancellation) =>
        bursts.ResumeAsync(bookmark.InstanceId, bookmark.Id, null, exchange, cancellation);
}
