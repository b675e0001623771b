using System.Globalization;
using System.Numerics;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Links;

/// <summary>What the hub lets one adapter do to a case, and how it tells news from echoes (promises 4 and 5).</summary>
public sealed record LinkPolicy
{
    /// <summary>The safe policy: ordered, by revision, echoes dropped, no status permitted, dead deliveries hold.</summary>
    public static LinkPolicy Default { get; } = new();

    /// <summary>Order of deliveries. Default: <see cref="LinkOrder.Case"/>.</summary>
    public LinkOrder Order { get; init; } = LinkOrder.Case;

    /// <summary>How news is recognised. Default: <see cref="LinkFreshness.Revision"/>.</summary>
    public LinkFreshness Freshness { get; init; } = LinkFreshness.Revision;

    /// <summary>Whether our own origin id marks an echo. Default: true.</summary>
    public bool EchoByOrigin { get; init; } = true;

    /// <summary>Whether the content that we sent last marks an echo. Default: true.</summary>
    public bool EchoByContent { get; init; } = true;

    /// <summary>Which statuses this adapter may set; see <see cref="Permits"/>. Default: none.</summary>
    public ValueList<StatusWord> MaySet { get; init; }

    /// <summary>What a dead delivery does to those behind it. Default: <see cref="OnDead.Hold"/>.</summary>
    public OnDead OnDead { get; init; } = OnDead.Hold;

    /// <summary>Decides about an incoming status: our own origin, then freshness, then our own content, then permission.</summary>
    public LinkDecision Evaluate(Link link, IncomingStatus incoming)
    {
        var (verdict, reason) = Compare(link.Seen, incoming);
        var isNews = verdict == LinkVerdict.Apply;

        // Freshness would call a late echo stale, or a conflict; naming it an echo is the truer explanation.
        if (EchoByOrigin && IsOwnOrigin(link, incoming))
        {
            return new(LinkVerdict.DropEcho, LinkReason.OwnOrigin, Advances: isNews);
        }

        if (!isNews)
        {
            return new(verdict, reason, Advances: false);
        }

        if (EchoByContent && IsOwnContent(link, incoming))
        {
            return new(LinkVerdict.DropEcho, LinkReason.OwnContent, Advances: true);
        }

        return incoming.Status is { } status && Permits(status)
            ? new(LinkVerdict.Apply, reason, Advances: true)
            : new(LinkVerdict.Hold, LinkReason.StatusNotPermitted, Advances: false);
    }

    /// <summary>
    /// Whether the adapter may set a status: what is listed; a rating always, because it is the applicant's own word; the end of an overlay also when it
    /// may set <see cref="StatusWord.InProgress"/>, which says the same.
    /// </summary>
    public bool Permits(StatusWord status) =>
        MaySet.AsSpan().Contains(status)
        || status == StatusWord.Rated
        || (status is StatusWord.Clarified or StatusWord.Resumed && MaySet.AsSpan().Contains(StatusWord.InProgress));

    private static bool IsOwnOrigin(Link link, IncomingStatus incoming)
    {
        if (incoming.OriginId is not { } origin)
        {
            return false;
        }

        foreach (var mark in link.Sent.AsSpan())
        {
            if (mark.OriginId == origin)
            {
                return true;
            }
        }

        return false;
    }

    // Only the newest word of the conversation can come back as an echo: once the other side said something else,
    // the same content is a real change back.
    private static bool IsOwnContent(Link link, IncomingStatus incoming) =>
        link.AwaitsEcho && incoming.ContentHash is { } hash && link.LastSent?.ContentHash == hash;

    private (LinkVerdict Verdict, LinkReason Reason) Compare(SeenMark? seen, IncomingStatus incoming)
    {
        if (seen is null)
        {
            return (LinkVerdict.Apply, LinkReason.FirstSeen);
        }

        if (Freshness == LinkFreshness.Arrival)
        {
            return (LinkVerdict.Apply, LinkReason.ArrivalOrder);
        }

        if (Freshness == LinkFreshness.Revision && Number(seen.Revision) is { } old && Number(incoming.Revision) is { } now)
        {
            return now.CompareTo(old) switch
            {
                > 0 => (LinkVerdict.Apply, LinkReason.Newer),
                < 0 => (LinkVerdict.DropStale, LinkReason.OlderRevision),
                _ when SameStatus(seen, incoming) => (LinkVerdict.DropStale, LinkReason.AlreadySeen),
                _ => (LinkVerdict.Hold, LinkReason.RevisionConflict),
            };
        }

        if (seen.SourceTime is { } before && incoming.SourceTime is { } after)
        {
            return after.CompareTo(before) switch
            {
                > 0 => (LinkVerdict.Apply, LinkReason.Newer),
                < 0 => (LinkVerdict.DropStale, LinkReason.OlderTimestamp),

                // Clocks of whole seconds cannot order two changes within one; arrival must.
                _ when !SameStatus(seen, incoming) => (LinkVerdict.Apply, LinkReason.ArrivalOrder),
                _ => (LinkVerdict.DropStale, LinkReason.AlreadySeen),
            };
        }

        return (LinkVerdict.Hold, LinkReason.NoOrderMark);
    }

    private static bool SameStatus(SeenMark seen, IncomingStatus incoming) =>
        seen.Status == incoming.Status && seen.ExternalStatus == incoming.ExternalStatus;

    private static BigInteger? Number(string? revision) =>
        BigInteger.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
