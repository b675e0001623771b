using System.Globalization;

namespace MCU.Integration.CrashHost;

/// <summary>Where a hub dies: before or after the k-th commit is durable, or before the k-th request leaves or after its answer came. As text: <c>commit:before:17</c>.</summary>
/// <param name="Number">From 1.</param>
public sealed record KillPoint(KillAt At, bool Before, int Number)
{
    /// <exception cref="FormatException">The text is not such a point.</exception>
    public static KillPoint Parse(string text) =>
        text.Split(':') is [var at, "before" or "after", var number]
        && Enum.TryParse<KillAt>(at, ignoreCase: true, out var kind)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var k)
            ? new(kind, text.Contains(":before:", StringComparison.Ordinal), k)
            : throw new FormatException($"'{text}' is not a kill point such as commit:before:17.");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(At == KillAt.Commit ? "commit" : "send")}:{(Before ? "before" : "after")}:{Number}");
}
