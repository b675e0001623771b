using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Composition;

/// <summary>The implicit activity around a definition's root: it declares the workflow's variables.</summary>
[Activity("Elsa", "Workflows", Description = "A workflow is an activity that executes its Root activity.", IsBrowsable = false)]
public sealed class Workflow : Activity
{
    /// <summary>The name under which <see cref="Complete"/> leaves the outcomes of the workflow.</summary>
    internal const string OutcomesProperty = "Outcomes";

    /// <summary>The definition's root.</summary>
    [Port(IsBrowsable = false)]
    public ActivityNode? Root { get; set; }

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Root is null)
        {
            await context.CompleteAsync();
            return;
        }

        context.Schedule(Root);
    }

    /// <summary>The outcomes that <see cref="Complete"/> left; none means Done.</summary>
    internal static string[] OutcomesOf(ActivityExecutionContext workflow) =>
        workflow.GetProperty(OutcomesProperty) is JsonArray outcomes ? [.. outcomes.Select(JsonValues.AsString).OfType<string>()] : [];
}
