using System.Globalization;

namespace MCU.Integration.CrashTests.Kills;

/// <summary>How many deaths are tried; see <c>docs/operations/kill-tests.md</c>.</summary>
internal static class KillSettings
{
    /// <summary>One sequence of kill points, to repeat a failure.</summary>
    public const string OnlyVariable = "HUB_CRASH_ONLY";

    public static int Seed { get; } = Number("HUB_CRASH_SEED", 2026);

    /// <summary>Every how many k; 0 (the default) takes a sample.</summary>
    private static int Every { get; } = Number("HUB_CRASH_EVERY", 0);

    private static int Sample { get; } = Number("HUB_CRASH_SAMPLE", 1);

    /// <summary>The sequence that <see cref="OnlyVariable"/> names; nothing else is run then.</summary>
    public static KillSequence? Only { get; } = Environment.GetEnvironmentVariable(OnlyVariable) is { Length: > 0 } only ? KillSequence.Parse(only) : null;

    public static int DoubleKills => Every > 0 ? 60 / Every : Math.Max(1, Sample / 2);

    /// <summary>The k that are tried of <paramref name="of"/>: an even stride with a seeded start, so that each kind of death gets its own.</summary>
    public static IReadOnlyList<int> NumbersOf(int of, string kind)
    {
        if (Every > 0)
        {
            return [.. Enumerable.Range(0, of).Where(index => index % Every == 0).Select(index => index + 1)];
        }

        var stride = Math.Max(1, of / Sample);
        var start = new SeededRandom(Seed + kind.Sum(letter => letter)).Next(1, stride + 1);
        return [.. Enumerable.Range(0, Sample).Select(index => start + (index * stride)).Where(k => k <= of)];
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
