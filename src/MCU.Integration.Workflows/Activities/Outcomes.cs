namespace MCU.Integration.Workflows.Activities;

/// <summary>Well-known outcome names.</summary>
public static class Outcomes
{
    /// <summary>What an activity without named outcomes completes with.</summary>
    public const string Done = "Done";

    /// <summary>The outcome of a switch when no case matches.</summary>
    public const string Default = "Default";

    internal static readonly string[] DoneOnly = [Done];
}
