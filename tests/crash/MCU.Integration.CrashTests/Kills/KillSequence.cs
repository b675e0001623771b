using MCU.Integration.CrashHost;

namespace MCU.Integration.CrashTests.Kills;

/// <summary>The deaths of one run, one hub after the other; the last hub lives. As text: <c>commit:before:17+commit:after:3</c>.</summary>
public sealed record KillSequence(IReadOnlyList<KillPoint> Points)
{
    public static KillSequence Parse(string text) => new([.. text.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(KillPoint.Parse)]);

    public override string ToString() => string.Join('+', Points);
}
