using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>The registered connection of an adapter in this hub; what it does stands in the manifest.</summary>
/// <param name="Settings">Sealed JSON: base address, credentials, webhook secrets.</param>
/// <param name="Paused">Neither polled nor delivered to while set.</param>
public sealed record AdapterConnection(string Adapter, SealedBody? Settings, bool Paused, string? PausedReason, DateTimeOffset UpdatedAt)
{
    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset? LastFailureAt { get; init; }

    public string? LastFailure { get; init; }

    public int ConsecutiveFailures { get; init; }
}
