using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>The services of one burst.</summary>
internal sealed class InMemoryHost(IPublishedWorkflows workflows, IHttpExchange? exchange) : IBurstHost
{
    private static readonly EchoSender Sender = new();

    public T? Get<T>()
        where T : class => workflows as T ?? exchange as T ?? Sender as T;

    public ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
