using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Composition;

/// <summary>Finds the workflows that activities start as children. A service of the host, see <see cref="IBurstHost.Get{T}"/>.</summary>
public interface IPublishedWorkflows
{
    /// <summary>The published version of a definition, ready to run; <see langword="null"/> if there is none (unknown, or only a draft).</summary>
    ValueTask<PreparedWorkflow?> FindAsync(string definitionId, CancellationToken cancellationToken);
}
