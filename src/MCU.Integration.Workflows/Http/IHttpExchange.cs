using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Http;

/// <summary>
/// The HTTP request that a burst serves, and its answer. A service of the host, see <see cref="IBurstHost.Get{T}"/>; absent when
/// the burst serves none. Data only: the host has read the request before the burst, and writes the answer after the commit.
/// </summary>
public interface IHttpExchange
{
    /// <summary>The request.</summary>
    HttpRequestData Request { get; }

    /// <summary>
    /// The answer so far; <see langword="null"/> until an activity gives one. The host then answers by the state of the instance:
    /// 408, 400 or 500 with incidents, 200 without content otherwise.
    /// </summary>
    HttpResponseData? Response { get; set; }
}
