namespace MCU.Integration.Pipeline.Nodes;

/// <summary>Names this process among the hubs that share a database; new at each start.</summary>
public sealed record NodeName(string Value)
{
    public static NodeName New() => new($"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}");
}
