using System.Collections.Concurrent;
using MCU.Integration.Pipeline.Nodes;

namespace MCU.Integration.Adapters.Tests.Stand;

public sealed class MemoryLeadership : ILeadership
{
    private readonly ConcurrentDictionary<string, (string Owner, DateTimeOffset Until)> _duties = new();

    public string? OwnerOf(string duty) => _duties.TryGetValue(duty, out var held) ? held.Owner : null;

    public Task<bool> AcquireAsync(string duty, string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation)
    {
        var held = _duties.AddOrUpdate(duty, (owner, now + lease), (_, current) => current.Owner == owner || current.Until <= now ? (owner, now + lease) : current);
        return Task.FromResult(held.Owner == owner);
    }

    public Task ResignAsync(string duty, string owner, CancellationToken cancellation)
    {
        if (_duties.TryGetValue(duty, out var held) && held.Owner == owner)
        {
            _duties.TryRemove(duty, out _);
        }

        return Task.CompletedTask;
    }
}
