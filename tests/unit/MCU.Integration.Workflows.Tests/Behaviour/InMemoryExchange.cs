using MCU.Integration.Workflows.Http;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>A request and its answer.</summary>
internal sealed class InMemoryExchange(HttpRequestData request) : IHttpExchange
{
    public HttpRequestData Request => request;

    public HttpResponseData? Response { get; set; }
}
