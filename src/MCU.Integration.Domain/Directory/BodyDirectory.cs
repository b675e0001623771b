using System.Collections.Frozen;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Directory;

/// <summary>The directory in force. Immutable and thread-safe.</summary>
public sealed class BodyDirectory
{
    private readonly FrozenDictionary<string, DirectoryBody> _byKey;
    private readonly FrozenDictionary<ExternalIdentity, DirectoryBody> _byExternalId;

    /// <summary>Collects entries; of two with one key or one outside id the first counts (the validator reports the other).</summary>
    public BodyDirectory(IEnumerable<DirectoryBody> bodies)
    {
        Bodies = [.. bodies];
        Dictionary<string, DirectoryBody> byKey = [];
        Dictionary<ExternalIdentity, DirectoryBody> byExternalId = [];
        foreach (var body in Bodies)
        {
            byKey.TryAdd(body.Key, body);
            foreach (var id in body.Ids)
            {
                byExternalId.TryAdd(id, body);
            }
        }

        _byKey = byKey.ToFrozenDictionary(StringComparer.Ordinal);
        _byExternalId = byExternalId.ToFrozenDictionary();
    }

    /// <summary>No entries.</summary>
    public static BodyDirectory Empty { get; } = new([]);

    /// <summary>All entries, in the order of the files.</summary>
    public IReadOnlyList<DirectoryBody> Bodies { get; }

    /// <summary>An entry by key, or null.</summary>
    public DirectoryBody? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>An entry by its id in an outside system, or null.</summary>
    public DirectoryBody? FindByExternalId(string adapter, string id) => _byExternalId.GetValueOrDefault(new(adapter, id));

    /// <summary>Where a route leads in an outside system: the body's own id or that of the nearest body above, and the executor or a substitute.</summary>
    /// <param name="route">The route.</param>
    /// <param name="adapter">Key of the outside system's adapter.</param>
    /// <param name="today">The local date, for absences.</param>
    public RoutingResult Resolve(CaseRoute route, string adapter, DateOnly today)
    {
        if (Find(route.Body) is not { } body)
        {
            return new(null, RoutingRefusal.UnknownBody);
        }

        if (!body.Active)
        {
            return new(null, RoutingRefusal.InactiveBody);
        }

        var wanted = route.Executor is null ? null : body.Executors.FirstOrDefault(executor => executor.Key == route.Executor);
        if (route.Executor is not null && wanted is null)
        {
            return new(null, RoutingRefusal.UnknownExecutor);
        }

        var owner = WithSelfAndAbove(body).FirstOrDefault(candidate => IdOf(candidate.Ids, adapter) is not null);
        if (owner is null)
        {
            return new(null, RoutingRefusal.NoExternalId);
        }

        var present = wanted is null ? null : Present(body, wanted, today);
        return new(
            new()
            {
                Body = body,
                Executor = present,
                IsSubstitute = present != wanted,
                ExternalId = IdOf(owner.Ids, adapter)!,
                InheritedFrom = owner == body ? null : owner.Key,
                ExecutorExternalId = present is null ? null : IdOf(present.Ids, adapter),
            },
            null);
    }

    /// <summary>An entry and those above it, nearest first; a circle ends where it closes.</summary>
    public IEnumerable<DirectoryBody> WithSelfAndAbove(DirectoryBody body)
    {
        HashSet<string> seen = [];
        for (var current = body; current is not null && seen.Add(current.Key); current = current.Parent is { } parent ? Find(parent) : null)
        {
            yield return current;
        }
    }

    private static DirectoryExecutor Present(DirectoryBody body, DirectoryExecutor wanted, DateOnly today)
    {
        HashSet<string> asked = [];
        var current = wanted;
        while (current.IsAbsentOn(today) && asked.Add(current.Key))
        {
            var substitute = body.Executors.FirstOrDefault(executor => executor.Key == current.Substitute);
            if (substitute is null)
            {
                return wanted;
            }

            current = substitute;
        }

        // When everybody in the chain is away, the work still has an address: the post that was asked for.
        return current.IsAbsentOn(today) ? wanted : current;
    }

    private static string? IdOf(ValueList<ExternalIdentity> ids, string adapter)
    {
        foreach (var id in ids.AsSpan())
        {
            if (id.Adapter == adapter)
            {
                return id.Id;
            }
        }

        return null;
    }
}
