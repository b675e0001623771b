using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Runtime;

/// <content>Workflows inside this burst, and the one around it.</content>
internal sealed partial class WorkflowExecution
{
    /// <summary>The burst that runs this one as its child.</summary>
    public WorkflowExecution? ParentExecution { get; init; }

    private int ChildDepth => ParentExecution is null ? 0 : ParentExecution.ChildDepth + 1;

    public ValueTask<WorkflowState> RunChildAsync(PreparedWorkflow workflow, StartRequest request)
    {
        var child = Child(workflow, WorkflowRuntime.NewState(workflow, request, Time.GetUtcNow()));
        child.ScheduleRoot();
        return RunAsync(child);
    }

    /// <summary>Takes over a child that a commit in the middle of an earlier burst stored: goes on with it, unless it waits or is over.</summary>
    /// <returns>Null if no such child was stored.</returns>
    public async ValueTask<WorkflowState?> AdoptChildAsync(string instanceId)
    {
        var child = await FindChildAsync(instanceId);

        if (child is null || child.State.Status == WorkflowStatus.Finished)
        {
            return child?.State;
        }

        if (child.State.SubStatus == WorkflowSubStatus.Executing)
        {
            child.ScheduleInterrupted();
            return await RunAsync(child);
        }

        // Written as it was read: so the commit depends on it waiting still.
        Outbox.Add(await child.TakeResultAsync());
        return child.State;
    }

    /// <summary>Ends the instance from outside, with the children that its interrupted burst was at.</summary>
    public async ValueTask CancelAsync()
    {
        var children = Living().Where(context => context.IsExecuting).Select(ChildStart.InlineChildOf).OfType<string>().ToList();
        Cancel();

        foreach (var id in children)
        {
            if (await FindChildAsync(id) is { State.SubStatus: WorkflowSubStatus.Executing } child)
            {
                await child.CancelAsync();
                Outbox.Add(await child.TakeResultAsync());
            }
        }
    }

    private async ValueTask<WorkflowExecution?> FindChildAsync(string instanceId)
    {
        if (Host.Get<IStoredChildren>() is not { } stored || await stored.FindAsync(instanceId, CancellationToken) is not { } found)
        {
            return null;
        }

        var child = Child(found.Workflow, found.State);
        child.Load();
        return child;
    }

    private WorkflowExecution Child(PreparedWorkflow workflow, WorkflowState state) =>
        ChildDepth >= options.MaxChildDepth
            ? throw new InvalidOperationException($"Workflows run each other more than {options.MaxChildDepth} deep: does one run itself?")
            : new WorkflowExecution(workflow, state, Host, Time, ids, options, CancellationToken) { ParentExecution = this };

    private async ValueTask<WorkflowState> RunAsync(WorkflowExecution child)
    {
        await child.RunAsync();

        if (child.State.Status == WorkflowStatus.Finished)
        {
            // The activity that ran it sees so by itself.
            child.State.OnFinished = null;
        }

        Outbox.Add(await child.TakeResultAsync());
        return child.State;
    }

    /// <summary>Stores what was done so far. A child is stored together with all that run it: its parent must not forget it.</summary>
    public async ValueTask CommitAsync()
    {
        if (!Host.CanCommit)
        {
            return;
        }

        _committedAt = Time.GetUtcNow();
        var soFar = await TakeResultAsync();

        if (ParentExecution is null)
        {
            await Host.CommitAsync(soFar, CancellationToken);
            return;
        }

        ParentExecution.Outbox.Add(soFar);
        await ParentExecution.CommitAsync();
    }

    /// <summary>Once the instance is over its parent is told, as in Elsa 3.8 also of a fault; a later retry does not tell it again.</summary>
    private void TellParent()
    {
        if (State is not { Status: WorkflowStatus.Finished, OnFinished: { } awaited })
        {
            return;
        }

        State.OnFinished = null;
        Outbox.Stimuli.Add(new SentStimulus(awaited.Name, awaited.Hash, new JsonObject
        {
            ["WorkflowOutput"] = new JsonObject(State.Output.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))),
            ["WorkflowInstanceId"] = State.InstanceId,
            ["WorkflowStatus"] = State.Status.ToString(),
            ["WorkflowSubStatus"] = State.SubStatus.ToString(),
        })
        {
            InstanceId = State.ParentInstanceId,
        });
    }
}
