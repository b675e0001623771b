using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Http;

/// <summary>Makes addresses that whoever has them may use. A service of the host, see <see cref="IBurstHost.Get{T}"/>.</summary>
public interface IEventAddresses
{
    /// <summary>The address that tells one instance of an event.</summary>
    /// <param name="eventName">The event.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="expiresAt">When it stops working; null for never.</param>
    Uri OfEvent(string eventName, string instanceId, DateTimeOffset? expiresAt);
}
