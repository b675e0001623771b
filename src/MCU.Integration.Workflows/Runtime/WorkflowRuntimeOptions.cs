using System.ComponentModel.DataAnnotations;
using MCU.Integration.Workflows.Activities.Flow;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>Settings and limits of the runtime.</summary>
public sealed class WorkflowRuntimeOptions
{
    /// <summary>The most activities that one burst may run: a loop without an end becomes an incident, not a hung worker.</summary>
    /// <value>The default is 100,000.</value>
    [Range(100, int.MaxValue)]
    public int MaxActivitiesPerBurst { get; set; } = 100_000;

    /// <summary>How flowcharts decide what runs next, unless the instance has a mode of its own.</summary>
    /// <value>The default is counter-based, as in Elsa's library.</value>
    public FlowchartMode FlowchartMode { get; set; }

    /// <summary>How deep workflows may run other workflows within one burst: one that runs itself becomes an incident.</summary>
    /// <value>The default is 16.</value>
    [Range(1, 100)]
    public int MaxChildDepth { get; set; } = 16;
}
