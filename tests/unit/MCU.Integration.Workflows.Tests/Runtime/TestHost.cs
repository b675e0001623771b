using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Tests.Runtime;

/// <summary>A host that offers a plan and keeps what was committed in the middle of a burst.</summary>
internal sealed class TestHost(FlakyActivity.Plan plan) : IBurstHost
{
    private static readonly WorkflowStateSerializer Serializer = new();

    public bool CanCommit { get; init; } = true;

    public List<(byte[] State, BurstResult Result)> Commits { get; } = [];

    public T? Get<T>()
        where T : class => plan as T;

    public ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken)
    {
        Commits.Add((Serializer.Serialize(soFar.State), soFar));
        return ValueTask.CompletedTask;
    }
}
