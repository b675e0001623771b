using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>An instance, and how much of its values the reader may see.</summary>
public sealed record InstanceView(InstanceRow Row, WorkflowState State, ValueSight Sight);
