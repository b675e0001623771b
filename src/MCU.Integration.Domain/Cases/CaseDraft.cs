using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Domain.Cases;

/// <summary>Collects the facts of one decision; each is judged in the state that the ones before it leave. The first refusal ends it.</summary>
internal sealed class CaseDraft(Case? state)
{
    private readonly List<CaseFact> _facts = [];
    private Case? _state = state;
    private CaseRefusal? _refusal;

    public Case? State => _state;

    public CaseDraft Add(CaseFact fact)
    {
        _refusal ??= CaseTransitions.RefusalOf(_state, fact);
        if (_refusal is null)
        {
            // The instant does not matter here: no guard of the transition table looks at instants of the same decision.
            _state = CaseFold.Apply(_state, _state?.Id ?? default(CaseId), fact, _state?.UpdatedAt ?? default);
            _facts.Add(fact);
        }

        return this;
    }

    public CaseDraft MoveTo(MainStatus status) =>
        _state is null || _state.Status == status ? this : Add(new StatusMoved { From = _state.Status, To = status });

    public CaseDecision Decide() =>
        _refusal is { } refusal ? CaseDecision.Refuse(refusal.Code, refusal.Detail) : CaseDecision.Accept([.. _facts]);
}
