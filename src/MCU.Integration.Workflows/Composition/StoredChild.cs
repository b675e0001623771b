using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Composition;

/// <summary>A stored child.</summary>
/// <param name="Workflow">The version that it started with.</param>
/// <param name="State">Its state; taken over.</param>
public sealed record StoredChild(PreparedWorkflow Workflow, WorkflowState State);
