namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>When a node with several inbound connections runs.</summary>
public enum FlowJoinMode
{
    /// <summary>When the first connection is followed; the rest of that round is cancelled or ignored.</summary>
    WaitAny,

    /// <summary>When all connections were visited, if all were followed.</summary>
    WaitAll,

    /// <summary>When all connections were visited, if at least one was followed: what ordinary nodes do.</summary>
    WaitAllActive,
}
