namespace MCU.Integration.Workflows.Activities.Branching;

/// <summary>When a fork completes.</summary>
public enum ForkJoinMode
{
    /// <summary>After the first branch; the others are cancelled.</summary>
    WaitAny,

    /// <summary>After all branches.</summary>
    WaitAll,
}
