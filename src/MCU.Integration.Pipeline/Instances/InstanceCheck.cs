using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>Whether an instance from a file can live here: later nobody asks again, and a state that does not fit its workflow could neither go on nor be shown.</summary>
public sealed class InstanceCheck(IDefinitionStore definitions, IInstanceStore instances, WorkflowCache workflows)
{
    private const int LongestId = 200;

    /// <param name="pointer">Of the state in the file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The version that it belongs to, and the draft to store with it; null when something is wrong.</returns>
    public async Task<(DefinitionRow Version, DefinitionSnapshot? Snapshot)?> CheckAsync(
        InstanceCopy copy, string pointer, List<Problem> problems, CancellationToken cancellation)
    {
        var state = copy.State;
        var before = problems.Count;
        if (state.InstanceId is not { Length: > 0 and <= LongestId })
        {
            problems.Add(new($"{pointer}/instanceId", "out_of_range", $"The id of an instance has 1 to {LongestId} characters."));
        }
        else if (await instances.FindAsync(state.InstanceId, cancellation) is not null)
        {
            problems.Add(new($"{pointer}/instanceId", "exists", $"The instance '{state.InstanceId}' is here already."));
        }

        if (state.SubStatus is WorkflowSubStatus.Executing or WorkflowSubStatus.Pending)
        {
            problems.Add(new($"{pointer}/subStatus", "at_work", "The instance was at work when it was exported. Export it again when it waits or is over."));
        }

        if (copy.Journal.Any(entry => entry.Sequence < 0 || entry.Sequence >= state.JournalSequence))
        {
            problems.Add(new($"{pointer}/journalSequence", "out_of_range", "The journal does not belong to this state."));
        }

        if (await VersionOfAsync(state, cancellation) is not { } version)
        {
            problems.Add(new($"{pointer}/definitionVersionId", "unknown_version", $"The workflow '{state.DefinitionId}' is not here with the content that the instance runs on. Import the workflow first."));
            return null;
        }

        var workflow = await WorkflowOfAsync(version, pointer, problems, cancellation);
        if (workflow is not null)
        {
            CheckPlaces(state, workflow, pointer, problems);
        }

        return problems.Count > before ? null : (version, DefinitionSnapshot.Of(version));
    }

    /// <summary>Another hub gave the same content another id.</summary>
    private async Task<DefinitionRow?> VersionOfAsync(WorkflowState state, CancellationToken cancellation)
    {
        var same = (await definitions.VersionsAsync(state.DefinitionId, cancellation)).Where(version => version.ContentHash == state.ContentHash).ToList();
        return same.FirstOrDefault(version => version.Id == state.DefinitionVersionId) ?? same.FirstOrDefault();
    }

    private async Task<PreparedWorkflow?> WorkflowOfAsync(DefinitionRow version, string pointer, List<Problem> problems, CancellationToken cancellation)
    {
        try
        {
            return await workflows.PrepareAsync(version, cancellation);
        }
        catch (ContentException broken)
        {
            problems.Add(new($"{pointer}/definitionVersionId", "unreadable", broken.Message));
            return null;
        }
    }

    private static void CheckPlaces(WorkflowState state, PreparedWorkflow workflow, string pointer, List<Problem> problems)
    {
        var runs = state.Activities.Select(run => run.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < state.Activities.Count; i++)
        {
            var run = state.Activities[i];
            if (workflow.Find(run.NodeId) is null || run.ParentId is { } parent && !runs.Contains(parent))
            {
                problems.Add(new($"{pointer}/activities/{i}", "unknown_activity", "The workflow has no such activity at this place."));
            }
        }

        for (var i = 0; i < state.Bookmarks.Count; i++)
        {
            if (!runs.Contains(state.Bookmarks[i].ActivityInstanceId))
            {
                problems.Add(new($"{pointer}/bookmarks/{i}/activityInstanceId", "unknown_activity", "Nothing that is under way waits here."));
            }
        }
    }
}
