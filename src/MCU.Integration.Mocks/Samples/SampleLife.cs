namespace MCU.Integration.Mocks.Samples;

/// <summary>File <c>life.json</c>. Delays are seconds at pace 1.</summary>
/// <param name="Deliveries">How the message shows up in the feed; empty = once, as it is.</param>
/// <param name="Reactions">What the applicant does in ПОС.</param>
/// <param name="Sed">Null: the СЭД plays its default life if a card is made all the same.</param>
/// <param name="Files">Attachment id → file of <c>samples/files</c>; an attachment that is missing here is gone (404).</param>
internal sealed record SampleLife(
    IReadOnlyList<FeedDelivery>? Deliveries,
    IReadOnlyList<Reaction>? Reactions,
    SedScript? Sed,
    IReadOnlyDictionary<string, string>? Files)
{
    public static SampleLife Empty { get; } = new(null, null, null, null);
}
