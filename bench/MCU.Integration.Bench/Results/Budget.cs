namespace MCU.Integration.Bench.Results;

/// <summary>What a figure should be.</summary>
/// <param name="Goal">Of the design.</param>
/// <param name="Floor">What this release has to keep.</param>
internal sealed record Budget(double Goal, double Floor, bool MoreIsBetter)
{
    public static Budget AtLeast(double goal, double floor) => new(goal, floor, true);

    public static Budget AtMost(double goal, double floor) => new(goal, floor, false);

    public string Judge(double value) => Meets(value, Goal) ? "goal" : Meets(value, Floor) ? "floor" : "MISSED";

    public override string ToString() => Goal == Floor ? $"{Sign} {Goal:0}" : $"{Sign} {Goal:0} (now {Sign} {Floor:0})";

    private string Sign => MoreIsBetter ? "≥" : "≤";

    private bool Meets(double value, double limit) => MoreIsBetter ? value >= limit : value <= limit;
}
