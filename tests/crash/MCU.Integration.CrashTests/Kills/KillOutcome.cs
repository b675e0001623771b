namespace MCU.Integration.CrashTests.Kills;

/// <summary>What came of one run.</summary>
/// <param name="Deaths">How many of the planned deaths happened; fewer when a hub was done before.</param>
/// <param name="Where">The last thing that each killed hub did, from its trace.</param>
/// <param name="Commits">Commits of the last hub.</param>
/// <param name="Sends">Requests of the last hub.</param>
public sealed record KillOutcome(KillSequence Plan, int Deaths, IReadOnlyList<string> Where, int Commits, int Sends, TimeSpan Took, IReadOnlyList<string> Problems)
{
    public override string ToString() =>
        $"{(Plan.Points.Count == 0 ? "undisturbed" : Plan)}: {(Problems.Count == 0 ? "well" : "WRONG")} in {Took.TotalSeconds:0.0} s, {Deaths} of {Plan.Points.Count} deaths"
        + string.Concat(Where.Select(where => $", at {where}"))
        + (Problems.Count == 0 ? "" : $": {Problems[0]}");
}
