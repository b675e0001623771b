using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Tasks;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>What a burst wants the host to do with the next commit.</summary>
internal sealed class BurstOutbox
{
    public List<SentStimulus> Stimuli { get; } = [];

    public List<ChildDispatch> Dispatches { get; } = [];

    public List<TaskRequest> Tasks { get; } = [];

    public List<BurstResult> Children { get; } = [];

    /// <summary>Takes over what a child's burst came to; what it wants done stands in one place.</summary>
    public void Add(BurstResult child)
    {
        Stimuli.AddRange(child.Stimuli);
        Dispatches.AddRange(child.Dispatches);
        Tasks.AddRange(child.Tasks);
        Children.Add(child with { Stimuli = [], Dispatches = [], Tasks = [], Children = [] });
        Children.AddRange(child.Children);
    }
}
