using MCU.Integration.CrashHost;

namespace MCU.Integration.CrashTests.Kills;

/// <summary>The deaths of one run, each counted from the start of its hub. As text: <c>commit:before:17+commit:after:3</c>.</summary>
public sealed record KillSequence(IReadOnlyList<KillPoint> Points) : IKillPlan
{
    public static KillSequence Parse(string text) => new([.. text.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(KillPoint.Parse)]);

    public KillPoint? Next(int deaths, IReadOnlyDictionary<KillAt, int> passed) => deaths < Points.Count ? Points[deaths] : null;

    public override string ToString() => Points.Count == 0 ? "undisturbed" : string.Join('+', Points);
}
