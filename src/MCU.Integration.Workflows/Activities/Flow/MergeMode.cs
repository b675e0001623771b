namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>What an activity of a token-based flowchart makes of several inbound connections (its custom property <c>mergeMode</c>).</summary>
public enum MergeMode
{
    /// <summary>Runs when nothing that leads to it is still on its way. What activities without a mode do.</summary>
    Stream,

    /// <summary>Waits for all forward connections.</summary>
    Merge,

    /// <summary>Waits for all connections, backward ones included.</summary>
    Converge,

    /// <summary>Runs at the first arrival of a round; the others of the round are absorbed.</summary>
    Cascade,

    /// <summary>As <see cref="Cascade"/>, and what is at work before it is cancelled.</summary>
    Race,
}
