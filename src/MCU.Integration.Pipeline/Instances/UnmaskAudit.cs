using System.Collections.Concurrent;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>Notes who saw values of which instance; a viewer that asks every second is one reader.</summary>
public sealed class UnmaskAudit(AuditTrail audit, TimeProvider time)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Once = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Actor, string InstanceId), DateTimeOffset> _noted = [];

    /// <summary>Writes before anything is shown.</summary>
    public async ValueTask NoteAsync(Actor actor, string instanceId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_noted.TryGetValue((actor.Name, instanceId), out var at) && now - at < Once)
        {
            return;
        }

        await audit.WriteAsync(actor, "instance.unmask", $"instance:{instanceId}", null, cancellation);
        if (_noted.Count >= MostRemembered)
        {
            _noted.Clear();
        }

        _noted[(actor.Name, instanceId)] = now;
    }
}
