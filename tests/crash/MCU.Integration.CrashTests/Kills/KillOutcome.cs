namespace MCU.Integration.CrashTests.Kills;

/// <summary>What came of one run.</summary>
/// <param name="Where">The last thing that each killed hub did, from its trace; fewer than planned when a hub was done before.</param>
/// <param name="Commits">Commits of all hubs of the run.</param>
/// <param name="Sends">Requests of all hubs of the run.</param>
public sealed record KillOutcome(IKillPlan Plan, IReadOnlyList<string> Where, int Commits, int Sends, TimeSpan Took, IReadOnlyList<string> Problems)
{
    // A chain has dozens of deaths; the last ones say where it went wrong.
    private const int Named = 3;

    public override string ToString() =>
        $"{Plan}: {(Problems.Count == 0 ? "well" : "WRONG")} in {Took.TotalSeconds:0.0} s, {Where.Count} deaths, {Commits} commits, {Sends} requests"
        + string.Concat(Where.TakeLast(Named).Select(where => $", at {where}"))
        + (Problems.Count == 0 ? "" : $": {Problems[0]}");
}
