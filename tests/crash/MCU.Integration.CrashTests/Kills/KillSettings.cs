using System.Globalization;
using MCU.Integration.CrashHost;

namespace MCU.Integration.CrashTests.Kills;

/// <summary>How many deaths are tried; see <c>docs/operations/kill-tests.md</c>.</summary>
internal static class KillSettings
{
    /// <summary>One sequence of kill points, to repeat a failure.</summary>
    public const string OnlyVariable = "HUB_CRASH_ONLY";

    public static int Seed { get; } = Number("HUB_CRASH_SEED", 2026);

    /// <summary>Points between two deaths of a chain: enough for a new hub to start, which takes a dozen commits, and to get on.</summary>
    private const int Spacing = 60;

    // Without a common divisor: the chains come in the order 1, 8, 15 …
    private const int Scatter = 7;

    /// <summary>Every which chain; 0 (the default) takes a sample of single deaths instead.</summary>
    private static int Every { get; } = Number("HUB_CRASH_EVERY", 0);

    private static int Sample { get; } = Number("HUB_CRASH_SAMPLE", 1);

    /// <summary>The run that <see cref="OnlyVariable"/> names; nothing else is run then.</summary>
    public static IKillPlan? Only { get; } = Environment.GetEnvironmentVariable(OnlyVariable) is { Length: > 0 } only
        ? only.Contains('~', StringComparison.Ordinal) ? KillChain.Parse(only) : KillSequence.Parse(only)
        : null;

    public static int DoubleKills => Every > 0 ? Spacing / Every : Math.Max(1, Sample / 2);

    /// <summary>The runs of one kind of death; chains are spread evenly, so that a soak that is broken off has still looked everywhere.</summary>
    /// <param name="of">How many such points an undisturbed run has.</param>
    public static IEnumerable<IKillPlan> PlansOf(KillAt at, bool before, int of) => Every > 0
        ? Enumerable.Range(0, Spacing / Every).Select(i => new KillChain(new(at, before, 1 + (i * Every * Scatter % Spacing)), Spacing))
        : NumbersOf(of, $"{at}{before}").Select(k => new KillSequence([new(at, before, k)]));

    /// <summary>An even stride with a seeded start, so that each kind of death gets its own.</summary>
    private static IEnumerable<int> NumbersOf(int of, string kind)
    {
        var stride = Math.Max(1, of / Sample);
        var start = new SeededRandom(Seed + kind.Sum(letter => letter)).Next(1, stride + 1);
        return Enumerable.Range(0, Sample).Select(index => start + (index * stride)).Where(k => k <= of);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
