using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>Runs every check over a workflow; the same for publishing, the command line and the console.</summary>
public sealed class WorkflowLint(PickerBook pickers, ActivityRegistry registry)
{
    private readonly IReadOnlyList<IWorkflowCheck> _checks =
    [
        new UnreachableCheck(),
        new UnconnectedOutcomeCheck(),
        new SendWithoutFailureCheck(),
        new UnknownReferenceCheck(pickers),
        new SecretCheck(),
        new PersonalDataCheck(),
        new EndlessLoopCheck(),
        new WaitWithoutTimeoutCheck(),
    ];

    /// <summary>Of a process that has no container: the command line.</summary>
    public static WorkflowLint CreateDefault()
    {
        var registry = ActivityRegistry.CreateDefault().AddAssembly(typeof(WorkflowLint).Assembly);
        return new(new(registry), registry);
    }

    /// <returns>Errors first, in the order of the document.</returns>
    public IReadOnlyList<WorkflowFinding> Check(WorkflowDefinition definition, ActiveSet set)
    {
        var workflow = new WorkflowGraph(definition, registry);
        return [.. _checks.SelectMany(check => check.Check(workflow, set)).OrderByDescending(finding => finding.IsError).ThenBy(finding => finding.Pointer, StringComparer.Ordinal)];
    }
}
