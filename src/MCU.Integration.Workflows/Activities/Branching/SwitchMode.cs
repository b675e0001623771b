namespace MCU.Integration.Workflows.Activities.Branching;

/// <summary>Which matching cases of a switch count.</summary>
public enum SwitchMode
{
    /// <summary>The first.</summary>
    MatchFirst,

    /// <summary>All.</summary>
    MatchAny,
}
