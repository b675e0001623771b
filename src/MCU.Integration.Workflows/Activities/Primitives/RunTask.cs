using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Tasks;

namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Asks somebody outside to do a task and waits for its result.</summary>
[Activity("Elsa", "Primitives", Description = "Requests a given task to be run. ")]
public sealed class RunTask : Activity
{
    /// <summary>The name of the stimulus.</summary>
    public const string StimulusName = "Elsa.RunTask";

    /// <summary>What is to be done.</summary>
    [Input(Description = "The name of the task being requested.")]
    public Input<string> TaskName { get; set; } = null!;

    /// <summary>What it is to be done with.</summary>
    [Input(Description = "Any additional parameters to send to the task.")]
    public Input<JsonObject?> Payload { get; set; } = null!;

    /// <summary>The task's id.</summary>
    [Output(Description = "The ID of the task that was requested to run.")]
    public Output<string> TaskId { get; set; } = null!;

    /// <summary>What came back.</summary>
    [Output]
    public Output<JsonNode?> Result { get; set; } = null!;

    /// <summary>The stimulus that completes a task.</summary>
    public static Stimulus StimulusOf(string taskId) => new(StimulusName, new JsonObject { ["taskId"] = taskId });

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var taskName = context.Get(TaskName) ?? "";
        var taskId = context.NewId();
        context.CreateBookmark(StimulusOf(taskId) with { Details = new JsonObject { ["taskName"] = taskName } });
        context.Set(TaskId, taskId);
        context.Request(new TaskRequest(taskId, taskName, (JsonObject?)context.Get(Payload)?.DeepClone(), context.InstanceId));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected internal override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption)
    {
        context.Set(Result, resumption.Input);
        return context.CompleteAsync();
    }
}
