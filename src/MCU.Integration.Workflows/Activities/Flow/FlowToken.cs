namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>A followed connection of a token-based flowchart that its target has not used up, or a block against a late arrival.</summary>
internal sealed class FlowToken(int source, string port, int target)
{
    public int Source { get; } = source;

    public string Port { get; } = port;

    public int Target { get; } = target;

    public bool IsConsumed { get; set; }

    public bool IsBlocked { get; init; }

    /// <summary>Whether it still counts as an arrival.</summary>
    public bool IsOpen => !IsConsumed && !IsBlocked;

    public bool IsOf(FlowConnection connection) => Source == connection.Source && Target == connection.Target && Port == connection.Port;
}
