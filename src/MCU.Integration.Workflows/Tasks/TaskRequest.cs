using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Tasks;

/// <summary>
/// A task that a workflow asks somebody outside to do (<c>Elsa.RunTask</c>). Who has done it sends
/// <see cref="Activities.Primitives.RunTask.StimulusOf"/> with the result as input.
/// </summary>
/// <param name="TaskId">The task's id.</param>
/// <param name="TaskName">What is to be done.</param>
/// <param name="Payload">What it is to be done with.</param>
/// <param name="InstanceId">The waiting instance.</param>
public sealed record TaskRequest(string TaskId, string TaskName, JsonObject? Payload, string InstanceId);
