using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Bursts;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Keeps the terms of a case in step with what happened to it.</summary>
public static class CaseTerms
{
    /// <summary>Computes the terms again; a missing profile or calendar leaves the case without a term, which the list of cases shows and an alert tells.</summary>
    public static void Refresh(BurstScope scope, CaseUnit unit, CaseStamp stamp)
    {
        var computed = scope.Set.Rules.Deadlines.Compute(unit.Known, scope.Now);
        if (computed.Deadlines is { } deadlines)
        {
            unit.Apply(CaseCommands.SetDeadlines(unit.Known, deadlines), stamp, scope.Ids);
        }

        scope.Changes.Alerts.AddRange(computed.Problems.Select(problem => AlertOf(problem, unit.Known)));
    }

    private static AlertRaise AlertOf(DeadlineProblem problem, Case state) => problem.Code switch
    {
        DeadlineProblemCode.NoCalendar => new(AlertKind.NoCalendar, problem.Detail),

        // The end that was asked for differs from case to case; the profile that does not allow it is the cause.
        DeadlineProblemCode.ExtensionTooLong => new(AlertKind.DeadlineProblem, $"{EnumWord.Of(problem.Code)}:{state.Deadlines?.Profile}", state.Source, state.Number),
        _ => new(AlertKind.DeadlineProblem, $"{EnumWord.Of(problem.Code)}:{problem.Detail}", state.Source, state.Number),
    };
}
