using System.Globalization;
using MCU.Integration.CrashHost;

namespace MCU.Integration.CrashTests.Kills;

/// <summary>
/// Deaths at every n-th commit or request of the whole run, counted over all its hubs: the chains that begin at 1, 2, … n kill at every k. One run of many
/// deaths, because a run costs more than a death. As text: <c>commit:before:3~20</c>, the third and every twentieth after it.
/// </summary>
public sealed record KillChain(KillPoint First, int Spacing) : IKillPlan
{
    public static KillChain Parse(string text) => text.Split('~') is [var first, var spacing]
        ? new(KillPoint.Parse(first), int.Parse(spacing, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is not a chain such as commit:before:3~20.");

    public KillPoint Next(int deaths, IReadOnlyDictionary<KillAt, int> passed) =>
        First with { Number = Math.Max(1, First.Number + (deaths * Spacing) - passed.GetValueOrDefault(First.At)) };

    public override string ToString() => $"{First}~{Spacing.ToString(CultureInfo.InvariantCulture)}";
}
