using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Ids;
using Microsoft.Extensions.Time.Testing;
using Case = MCU.Integration.Domain.Cases.Case;

namespace MCU.Integration.Domain.Tests.Cases;

/// <summary>A case with its history, advanced by commands as the pipeline does it.</summary>
internal sealed class TestCase
{
    public static readonly DateTimeOffset Start = new(2026, 4, 9, 7, 30, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly UuidV7Source _ids;
    private readonly List<CaseEvent> _events = [];

    public TestCase(CaseKind kind = CaseKind.Report, LegalRegime regime = LegalRegime.Message, Classifier? classifier = null, Territory? territory = null)
    {
        _ids = new(_time);
        Id = _ids.Next<CaseId>();
        Do(CaseCommands.Open(null, new()
        {
            Number = CaseNumber.Format(2026, 1),
            SubmissionId = _ids.Next<SubmissionId>(),
            Kind = kind,
            Regime = regime,
            Source = "pos",
            Channel = "epgu",
            ReceivedAt = Start,
            Classifier = classifier ?? Classifier.Unknown,
            Territory = territory ?? Territory.Unresolved,
        }));
    }

    public CaseId Id { get; }

    public IReadOnlyList<CaseEvent> Events => _events;

    public Case State { get; private set; } = null!;

    public DateTimeOffset Now => _time.GetUtcNow();

    public TestCase After(TimeSpan time)
    {
        _time.Advance(time);
        return this;
    }

    public TestCase Report(StatusWord status, CaseOutcome? outcome = null, DateTimeOffset? until = null) =>
        Do(CaseCommands.Report(State, new() { Status = status, Outcome = outcome, Until = until }));

    public TestCase Do(CaseDecision decision)
    {
        decision.Refusal.ShouldBeNull();
        Apply(decision);
        return this;
    }

    /// <summary>Applies a decision whatever it is.</summary>
    public void Apply(CaseDecision decision)
    {
        var stamp = new CaseStamp(Now, Now, new(CaseActorKind.Adapter, "sed"), CaseCause.None);
        foreach (var caseEvent in decision.ToEvents(Id, State?.Version ?? 0, stamp, _ids))
        {
            State = CaseFold.Apply(State, caseEvent);
            _events.Add(caseEvent);
        }
    }

    public IEnumerable<string> FactNames => _events.Select(caseEvent => caseEvent.Fact.TypeName);

    public T Last<T>()
        where T : CaseFact => _events.Select(caseEvent => caseEvent.Fact).OfType<T>().Last();
}
