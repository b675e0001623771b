namespace MCU.Integration.CrashHost;

/// <summary>Dies before a request leaves or after its answer came. It is the innermost handler: what it sees is on the wire, tokens and polls included.</summary>
internal sealed class CrashingHandler(Crash crash) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        crash.PassAsync(KillAt.Send, $"{request.Method} {request.RequestUri?.PathAndQuery}", () => base.SendAsync(request, cancellationToken));
}
