using System.Net;

namespace MCU.Integration.Adapters.Transport;

/// <summary>What came of one request to an outside system.</summary>
/// <param name="Failure">Null when there was an answer.</param>
/// <param name="Status">0 when there was none.</param>
/// <param name="Body">Empty for streamed answers.</param>
/// <param name="Error">Stable code of a failure; carries nothing of the document.</param>
public sealed record AdapterAnswer(CallFailure? Failure, int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter, string? Error)
{
    /// <summary>A streamed answer; the caller disposes it.</summary>
    public HttpResponseMessage? Streamed { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public static AdapterAnswer Failed(CallFailure failure, string error, TimeSpan? retryAfter = null) => new(failure, 0, default, retryAfter, error);

    internal static AdapterAnswer Of(HttpStatusCode status, ReadOnlyMemory<byte> body, TimeSpan? retryAfter) => new(null, (int)status, body, retryAfter, null);
}
