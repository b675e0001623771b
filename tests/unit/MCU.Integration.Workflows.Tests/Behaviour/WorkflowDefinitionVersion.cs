using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>A stored version with what publishing made of it.</summary>
internal sealed class WorkflowDefinitionVersion
{
    public required WorkflowDefinition Definition { get; set; }

    public IReadOnlyList<TriggerDescription> Triggers { get; set; } = [];

    public Dictionary<string, DateTimeOffset> NextDue { get; } = [];
}
