using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>What an instance did: its journal in order, and its activity executions by their start.</summary>
public sealed record InstanceHistory(InstanceRow Row, IReadOnlyList<JournalEntry> Entries, IReadOnlyList<ActivityExecution> Executions, ValueSight Sight);
