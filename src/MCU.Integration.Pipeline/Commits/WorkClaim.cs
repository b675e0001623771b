using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>
/// A work item that is stored as leased, with token 1: a burst that nobody queued commits in its middle, and when its node dies another finds the instance by this item.
/// </summary>
/// <param name="Until">End of the lease.</param>
public sealed record WorkClaim(NewWorkItem Item, string Owner, DateTimeOffset Until);
