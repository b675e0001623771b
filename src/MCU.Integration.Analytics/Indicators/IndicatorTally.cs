using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Indicators;

namespace MCU.Integration.Analytics.Indicators;

/// <summary>Adds up the cases of one row.</summary>
internal sealed class IndicatorTally
{
    private const double BestScore = 5;
    private const double Satisfied = 4;

    private readonly List<double> _hours = [];
    private readonly List<double> _scores = [];
    private int _resolved;
    private int _overdue;
    private int _deferred;
    private int _reopened;
    private int _refused;
    private int _withTerm;
    private int _onTime;

    public int Received { get; private set; }

    public void Add(Case counted, DateTimeOffset now)
    {
        Received++;
        _resolved += counted.IsFinished ? 1 : 0;
        _overdue += counted.IsOverdue(now) ? 1 : 0;
        _deferred += !counted.IsFinished && counted.Deferral is not null ? 1 : 0;
        _reopened += counted.ReopenRound > 0 ? 1 : 0;
        _refused += counted.IsFinished && counted.Outcome is CaseOutcome.Refused or CaseOutcome.Rejected ? 1 : 0;
        if (counted is { IsFinished: true, AnsweredAt: { } answeredAt })
        {
            _hours.Add(Math.Max(0, (answeredAt - counted.ReceivedAt).TotalHours));
            _withTerm += counted.DueAt is null ? 0 : 1;
            _onTime += counted.DueAt is { } due && answeredAt <= due ? 1 : 0;
        }

        if (counted.Rating is { Max: > 0 } rating)
        {
            _scores.Add(rating.Score * BestScore / rating.Max);
        }
    }

    /// <param name="residents">Of the territory; 0 = not known.</param>
    public IndicatorFigures ToFigures(int residents) => new()
    {
        Received = Received,
        Resolved = _resolved,
        InProgress = Received - _resolved,
        Overdue = _overdue,
        Deferred = _deferred,
        Reopened = _reopened,
        Refused = _refused,
        OnTimeShare = _withTerm == 0 ? null : Math.Round((double)_onTime / _withTerm, 4),
        AverageResponseHours = _hours.Count == 0 ? null : Math.Round(_hours.Average(), 1),
        MedianResponseHours = _hours.Count == 0 ? null : Math.Round(Median(), 1),
        RatingAverage = _scores.Count == 0 ? null : Math.Round(_scores.Average(), 2),
        SatisfiedShare = _scores.Count == 0 ? null : Math.Round((double)_scores.Count(score => score >= Satisfied) / _scores.Count, 4),
        PerThousandResidents = residents == 0 ? null : Math.Round(1_000d * Received / residents, 4),
    };

    private double Median()
    {
        _hours.Sort();
        var middle = _hours.Count / 2;
        return _hours.Count % 2 == 1 ? _hours[middle] : (_hours[middle - 1] + _hours[middle]) / 2;
    }
}
