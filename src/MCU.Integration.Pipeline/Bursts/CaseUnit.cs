using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Commits;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>A case inside a burst: what was read and what the burst adds.</summary>
public sealed class CaseUnit
{
    private readonly CaseId _id;
    private List<CaseEvent> _added = [];

    internal CaseUnit(CaseId id, Case? read)
    {
        _id = id;
        Current = read;
        ReadVersion = read?.Version ?? 0;
    }

    /// <summary>The case with the burst's own events; null while a new one is not opened.</summary>
    public Case? Current { get; private set; }

    public CaseId Id => _id;

    /// <summary>Version that was read; 0 for a new case.</summary>
    public long ReadVersion { get; private set; }

    /// <summary>The case; only after it was opened or read.</summary>
    public Case Known => Current ?? throw new InvalidOperationException("The case is not opened yet.");

    public bool HasNews => _added.Count > 0;

    /// <summary>Adds the facts of a decision; a refusal adds nothing.</summary>
    public void Apply(CaseDecision decision, CaseStamp stamp, UuidV7Source ids)
    {
        foreach (var added in decision.ToEvents(_id, Current?.Version ?? 0, stamp, ids))
        {
            Current = CaseFold.Apply(Current, added);
            _added.Add(added);
        }
    }

    internal CaseWrite ToWrite() => new(Known, ReadVersion, _added);

    /// <summary>The news are committed; what comes now is news on top of them.</summary>
    internal void Written()
    {
        ReadVersion = Known.Version;
        _added = [];
    }
}
