using System.Text.Json.Nodes;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Runtime;

/// <content>Workflows inside this burst, and the one around it.</content>
internal sealed partial class WorkflowExecution
{
    /// <summary>The burst that runs this one as its child.</summary>
    public WorkflowExecution? ParentExecution { get; init; }

    private int ChildDepth => ParentExecution is null ? 0 : ParentExecution.ChildDepth + 1;

    public async ValueTask<WorkflowState> RunChildAsync(PreparedWorkflow workflow, StartRequest request)
    {
        if (ChildDepth >= options.MaxChildDepth)
        {
            throw new InvalidOperationException($"Workflows run each other more than {options.MaxChildDepth} deep: does one run itself?");
        }

        var child = new WorkflowExecution(workflow, WorkflowRuntime.NewState(workflow, request, Time.GetUtcNow()), Host, Time, ids, options, CancellationToken)
        {
            ParentExecution = this,
        };
        child.ScheduleRoot();
        await child.RunAsync();

        if (child.State.Status == WorkflowStatus.Finished)
        {
            // The activity that ran it sees so by itself.
            child.State.OnFinished = null;
        }

        Outbox.Add(child.TakeResult());
        return child.State;
    }

    /// <summary>Stores what was done so far. A child is stored together with all that run it: its parent must not forget it.</summary>
    public ValueTask CommitAsync()
    {
        if (!Host.CanCommit)
        {
            return ValueTask.CompletedTask;
        }

        if (ParentExecution is null)
        {
            return Host.CommitAsync(TakeResult(), CancellationToken);
        }

        ParentExecution.Outbox.Add(TakeResult());
        return ParentExecution.CommitAsync();
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
