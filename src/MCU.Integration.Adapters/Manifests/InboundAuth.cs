namespace MCU.Integration.Adapters.Manifests;

/// <summary>How an outside system signs in when it pushes documents.</summary>
/// <param name="Tolerance">How far a signed time may be from ours.</param>
public sealed record InboundAuth(bool ApiKey, bool StandardWebhooks, TimeSpan Tolerance)
{
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromMinutes(5);

    public static InboundAuth Default { get; } = new(ApiKey: true, StandardWebhooks: false, DefaultTolerance);
}
