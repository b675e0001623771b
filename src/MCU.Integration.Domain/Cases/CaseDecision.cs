using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>What a command came to: new facts, nothing to do, or a refusal.</summary>
public sealed record CaseDecision
{
    /// <summary>The case is already as wished.</summary>
    public static CaseDecision Nothing { get; } = new();

    private CaseDecision()
    {
    }

    /// <summary>New facts in order; empty when nothing changes or the command was refused.</summary>
    public ValueList<CaseFact> Facts { get; private init; }

    /// <summary>The refusal, or null.</summary>
    public CaseRefusal? Refusal { get; private init; }

    /// <summary>Whether the command was refused.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>Accepts facts.</summary>
    public static CaseDecision Accept(params ReadOnlySpan<CaseFact> facts) =>
        facts.IsEmpty ? Nothing : new() { Facts = ValueListBuilder.Create(facts) };

    /// <summary>Refuses.</summary>
    public static CaseDecision Refuse(CaseRefusalCode code, string detail) => new() { Refusal = new(code, detail) };

    /// <summary>Makes the facts into events of a case, numbered after its present version.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="version">Its version before the decision; 0 for a new case.</param>
    /// <param name="stamp">When, who and why.</param>
    /// <param name="ids">Source of event ids.</param>
    public IReadOnlyList<CaseEvent> ToEvents(CaseId caseId, long version, CaseStamp stamp, UuidV7Source ids)
    {
        var events = new CaseEvent[Facts.Count];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = new()
            {
                Id = ids.Next<CaseEventId>(),
                CaseId = caseId,
                Sequence = version + i + 1,
                OccurredAt = stamp.OccurredAt,
                RecordedAt = stamp.RecordedAt,
                Actor = stamp.Actor,
                Cause = stamp.Cause,
                Fact = Facts[i],
            };
        }

        return events;
    }
}
