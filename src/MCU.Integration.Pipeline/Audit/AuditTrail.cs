using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.Pipeline.Audit;

/// <summary>How use cases write to the audit.</summary>
public sealed class AuditTrail(IAuditLog log, UuidV7Source ids, TimeProvider time)
{
    /// <summary>The entry of a deed that is written to the database: it goes with it, in one transaction.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public AuditEntry Entry(Actor actor, string action, string? target, string? detail = null) =>
        new(ids.Next(), time.GetUtcNow(), actor.Name, action, target, detail);

    /// <summary>For deeds that write nothing else: somebody looked, signed in, tried a connection.</summary>
    /// <param name="action">Stable code, <c>delivery.replay</c>.</param>
    /// <param name="target">What it was done to, <c>delivery:0198…</c>; null when it was the hub as a whole.</param>
    /// <param name="detail">Ids and codes only, never personal data.</param>
    public Task WriteAsync(Actor actor, string action, string? target, string? detail, CancellationToken cancellation) =>
        log.WriteAsync(Entry(actor, action, target, detail), cancellation);
}
