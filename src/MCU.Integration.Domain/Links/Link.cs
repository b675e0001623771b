using System.Text.Json.Serialization;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Links;

/// <summary>A case's record in an outside system: what was last seen from it and sent to it.</summary>
public sealed record Link
{
    /// <summary>How many sent marks are remembered; an echo older than that is stale anyway.</summary>
    public const int MaxSentMarks = 8;

    /// <summary>Id of the link.</summary>
    public required LinkId Id { get; init; }

    /// <summary>Version for optimistic concurrency.</summary>
    public long Version { get; init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Adapter key.</summary>
    public required string Adapter { get; init; }

    /// <summary>Kind of record, such as <c>message</c> or <c>card</c>.</summary>
    public required string RecordType { get; init; }

    /// <summary>Id of the record there; unique with <see cref="Adapter"/> and <see cref="RecordType"/>.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The newest status taken from it.</summary>
    public SeenMark? Seen { get; init; }

    /// <summary>Statuses sent to it, oldest first, at most <see cref="MaxSentMarks"/>.</summary>
    public ValueList<SentMark> Sent { get; init; }

    /// <summary>Whether the last sent mark is still the newest thing known about the record, so that the same content can be its echo.</summary>
    public bool AwaitsEcho { get; init; }

    /// <summary>The last status sent, or null.</summary>
    [JsonIgnore]
    public SentMark? LastSent => Sent.IsEmpty ? null : Sent[^1];

    /// <summary>The link after a status was sent.</summary>
    public Link AfterSending(SentMark mark) => this with
    {
        Version = Version + 1,
        Sent = [.. Sent.Skip(Math.Max(0, Sent.Count - MaxSentMarks + 1)), mark],
        AwaitsEcho = true,
    };

    /// <summary>
    /// The link after a decision about an incoming status. What is newest moves on with an applied status and with an echo that is newer than
    /// what was seen; anything dropped as stale or held leaves the link as it was.
    /// </summary>
    public Link AfterDeciding(IncomingStatus incoming, LinkDecision decision) => decision.Advances
        ? this with
        {
            Version = Version + 1,
            Seen = new(incoming.Status, incoming.ExternalStatus, incoming.Revision, incoming.SourceTime, incoming.ArrivedAt),
            AwaitsEcho = false,
        }
        : this;
}
