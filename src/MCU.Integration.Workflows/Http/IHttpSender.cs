using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Http;

/// <summary>
/// Sends requests for activities. A service of the host, see <see cref="IBurstHost.Get{T}"/>. The host guards where requests may go,
/// limits their time and the size of answers. The activity commits before it calls.
/// </summary>
public interface IHttpSender
{
    /// <summary>Sends a request: once, or as often as its <see cref="HttpSendRequest.Retry"/> says.</summary>
    /// <returns>The answer, or why there is none. A refusal of the address counts as a failure to connect.</returns>
    /// <exception cref="OperationCanceledException">The burst is to stop; a time limit is no exception but a result.</exception>
    ValueTask<HttpSendResult> SendAsync(HttpSendRequest request, CancellationToken cancellationToken);
}
