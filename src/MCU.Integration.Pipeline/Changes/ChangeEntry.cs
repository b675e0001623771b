namespace MCU.Integration.Pipeline.Changes;

/// <summary>The last change of a subject.</summary>
/// <param name="Sequence">Its place; grows by the order in which changes became visible, with gaps.</param>
public sealed record ChangeEntry(long Sequence, string Subject, DateTimeOffset ChangedAt);
