namespace MCU.Integration.Pipeline.Replies;

/// <param name="Status">Null while the first request is still being processed.</param>
public sealed record StoredReply(string Fingerprint, int? Status, string? Body);
