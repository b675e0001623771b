using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Adapters.Tests.Senders;

/// <summary>The queue of deliveries in memory, with lanes and leases as the databases keep them.</summary>
public sealed class MemoryDeliveries(TimeProvider time) : IDeliveryStore
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly List<(Func<bool> Holds, TaskCompletionSource Done)> _waits = [];

    public IReadOnlyList<DeliveryResult> Results
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.SelectMany(entry => entry.Results)];
            }
        }
    }

    /// <summary>Leases that were taken away behind the sender's back.</summary>
    public HashSet<DeliveryId> LostLeases { get; } = [];

    public DeliveryRow Add(DeliveryRow row)
    {
        lock (_lock)
        {
            _entries.Add(new(row));
        }

        return row;
    }

    public DeliveryState StateOf(DeliveryRow row)
    {
        lock (_lock)
        {
            return _entries.Single(entry => entry.Row.Id == row.Id).Row.State;
        }
    }

    /// <summary>Completes when so many deliveries are no longer waiting, or so many attempts ended.</summary>
    public Task Until(Func<MemoryDeliveries, bool> holds)
    {
        lock (_lock)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((() => holds(this), done));
            Notice();
            return done.Task;
        }
    }

    public Task<IReadOnlyList<LeasedDelivery>> ClaimAsync(string adapter, int max, string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var claimed = new List<LeasedDelivery>();
            foreach (var entry in _entries.Where(entry => entry.Row.Adapter == adapter && IsOpen(entry) && entry.Row.DueAt <= now && IsFirst(entry)).Take(max).ToList())
            {
                entry.Token++;
                entry.Row = entry.Row with { Attempts = entry.Row.Attempts + 1, DueAt = now + lease };
                var unknown = entry.Results.LastOrDefault(result => !result.NotAttempted)?.Attempt.Outcome == "unknown";
                claimed.Add(new(new(entry.Row.Id, entry.Token), entry.Row, new SealedBody(Guid.Empty, "{}"u8.ToArray()), [.. entry.Steps], unknown, now + lease));
            }

            return Task.FromResult<IReadOnlyList<LeasedDelivery>>(claimed);
        }
    }

    public Task<bool> RecordStepAsync(DeliveryLease lease, StepRecord step, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var entry = Of(lease);
            entry?.Steps.Add(step);
            return Task.FromResult(entry is not null);
        }
    }

    public Task<IReadOnlyList<bool>> FinishAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var kept = new List<bool>();
            foreach (var result in results)
            {
                var entry = Of(result.Lease);
                kept.Add(entry is not null);
                if (entry is null)
                {
                    continue;
                }

                entry.Results.Add(result);
                entry.Row = entry.Row with
                {
                    State = result.State,
                    DueAt = result.RetryAt ?? result.Now,
                    Attempts = entry.Row.Attempts - (result.NotAttempted ? 1 : 0),
                };
            }

            Notice();
            return Task.FromResult<IReadOnlyList<bool>>(kept);
        }
    }

    public Task<DeliveryRow?> OldestWaitingAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult(_entries.Where(IsOpen).Select(entry => entry.Row).MinBy(row => row.CreatedAt));
        }
    }

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> NextDueAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset>>(
                _entries.Where(entry => IsOpen(entry) && IsFirst(entry)).GroupBy(entry => entry.Row.Adapter).ToDictionary(group => group.Key, group => group.Min(entry => entry.Row.DueAt)));
        }
    }

    public Task<IReadOnlyList<DeliveryRow>> OpenAsync(CaseId caseId, string adapter, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<DeliveryRow?> FindAsync(DeliveryId id, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<StepRecord>> StepsAsync(DeliveryId id, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<AttemptRecord>> AttemptsAsync(DeliveryId id, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Page<DeliveryRow>> ListAsync(DeliveryFilter filter, PageRequest page, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> ReplayAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null) => throw new NotSupportedException();

    public Task<bool> SendAsNewAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null) => throw new NotSupportedException();

    public Task<bool> ReleaseAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null) => throw new NotSupportedException();

    private static bool IsOpen(Entry entry) => entry.Row.State == DeliveryState.Waiting;

    private bool IsFirst(Entry entry) =>
        _entries.First(other => (other.Row.Adapter, other.Row.Lane) == (entry.Row.Adapter, entry.Row.Lane)
            && other.Row.State is (DeliveryState.Waiting or DeliveryState.Held or DeliveryState.Dead)) == entry;

    private Entry? Of(DeliveryLease lease) =>
        LostLeases.Contains(lease.DeliveryId) ? null : _entries.FirstOrDefault(entry => entry.Row.Id == lease.DeliveryId && entry.Token == lease.Token && entry.Row.DueAt > time.GetUtcNow());

    private void Notice()
    {
        foreach (var wait in _waits.Where(wait => wait.Holds()))
        {
            wait.Done.TrySetResult();
        }
    }

    private sealed class Entry(DeliveryRow row)
    {
        public DeliveryRow Row { get; set; } = row;

        public long Token { get; set; }

        public List<StepRecord> Steps { get; } = [];

        public List<DeliveryResult> Results { get; } = [];
    }
}
