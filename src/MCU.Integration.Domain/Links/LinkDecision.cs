using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Links;

/// <summary>What to do with an incoming status, and why.</summary>
/// <param name="Verdict">What to do.</param>
/// <param name="Reason">Why.</param>
/// <param name="Advances">Whether the status becomes the newest one seen on its link.</param>
public sealed record LinkDecision(LinkVerdict Verdict, LinkReason Reason, bool Advances)
{
    /// <summary>Whether the status goes on to the case.</summary>
    [JsonIgnore]
    public bool Applies => Verdict == LinkVerdict.Apply;
}
