using MCU.Integration.Workflows.Http;

namespace MCU.Integration.ElsaApi.HttpWorkflows;

/// <summary>A request that was read whole, and the answer that a burst gives to it; written after the commit.</summary>
internal sealed class HttpExchange(HttpRequestData request) : IHttpExchange
{
    public HttpRequestData Request { get; } = request;

    public HttpResponseData? Response { get; set; }
}
