using System.Text;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>The workflows of the hub with what the checks find in them now; content that changed since a publication may have made one doubtful.</summary>
public sealed class WorkflowReview(IDefinitionStore store, WorkflowLint lint, ActiveSets sets)
{
    /// <summary>The latest version of every workflow, by name.</summary>
    public async Task<IReadOnlyList<ReviewedWorkflow>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        var (rows, _) = await store.ListAsync(new() { Versions = VersionOptions.Latest, IsSystem = false }, null, null, cancellation);
        var set = sets.Current;
        return [.. rows.Select(row => new ReviewedWorkflow(row.DefinitionId, row.Name ?? row.DefinitionId, row.Version, row.IsPublished, row.Origin, FindingsIn(row, set)))];
    }

    private IReadOnlyList<WorkflowFinding> FindingsIn(DefinitionRow row, ActiveSet set) =>
        WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(row.Body)).Definition is { } definition ? lint.Check(definition, set) : [];
}
