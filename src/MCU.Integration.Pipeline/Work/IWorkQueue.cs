namespace MCU.Integration.Pipeline.Work;

/// <summary>The queue of work items.</summary>
public interface IWorkQueue
{
    /// <summary>
    /// Claims up to <paramref name="max"/> due items (oldest first), at most one of each order key, none while an older item of its key is unfinished.
    /// Items whose lease ran out are claimed again with a higher token.
    /// </summary>
    Task<IReadOnlyList<LeasedWorkItem>> ClaimAsync(int max, string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Gives items back or buries them; a lost lease is ignored.</summary>
    Task FailAsync(IReadOnlyList<WorkFailure> failures, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Gives the leases of a stopping node back at once.</summary>
    Task ReleaseAsync(IReadOnlyList<WorkLease> leases, CancellationToken cancellation);

    /// <summary>When the next item, or timer, becomes due; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation);

    /// <summary>Turns timers that are due into work items, in one commit; returns how many.</summary>
    Task<int> FireTimersAsync(int max, DateTimeOffset now, CancellationToken cancellation);
}
