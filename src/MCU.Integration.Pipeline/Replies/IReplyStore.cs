namespace MCU.Integration.Pipeline.Replies;

/// <summary>First answers to API writes with an <c>Idempotency-Key</c>.</summary>
public interface IReplyStore
{
    /// <summary>Reserves the key for this caller. Returns null when it is new; otherwise the stored reply.</summary>
    /// <param name="patience">A reservation that has had no answer for so long is taken over: its request crashed, or its answer was lost with an error.</param>
    Task<StoredReply?> ReserveAsync(string caller, string key, string fingerprint, DateTimeOffset now, TimeSpan patience, CancellationToken cancellation);

    Task CompleteAsync(string caller, string key, int status, string body, CancellationToken cancellation);

    /// <summary>Forgets a reservation whose request failed before it had an effect.</summary>
    Task ForgetAsync(string caller, string key, CancellationToken cancellation);
}
