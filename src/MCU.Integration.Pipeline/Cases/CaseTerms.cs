using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Bursts;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Keeps the terms of a case in step with what happened to it.</summary>
internal static class CaseTerms
{
    /// <summary>Computes the terms again; a missing profile or calendar leaves the case without a term, which the list of cases shows.</summary>
    public static void Refresh(BurstScope scope, CaseUnit unit, CaseStamp stamp)
    {
        var computed = scope.Set.Rules.Deadlines.Compute(unit.Known, scope.Now);
        if (computed.Deadlines is { } deadlines)
        {
            unit.Apply(CaseCommands.SetDeadlines(unit.Known, deadlines), stamp, scope.Ids);
        }
    }
}
