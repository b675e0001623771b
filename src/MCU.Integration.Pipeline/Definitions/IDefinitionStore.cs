using MCU.Integration.Pipeline.Instances;

namespace MCU.Integration.Pipeline.Definitions;

public interface IDefinitionStore
{
    Task<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken cancellation);

    /// <summary>The text that an instance of a draft was started on; null when there is none.</summary>
    Task<DefinitionSnapshot?> FindSnapshotAsync(string hash, CancellationToken cancellation);

    /// <summary>Deletes snapshots made before that no instance uses; at most so many. Returns how many.</summary>
    Task<int> DeleteUnusedSnapshotsAsync(DateTimeOffset madeBefore, int max, CancellationToken cancellation);

    /// <summary>All versions of one definition, newest first.</summary>
    Task<IReadOnlyList<DefinitionRow>> VersionsAsync(string definitionId, CancellationToken cancellation);

    /// <summary>Zero-based pages with a total; null page = everything. Bodies are included (they are small).</summary>
    Task<(IReadOnlyList<DefinitionRow> Items, long Total)> ListAsync(DefinitionFilter filter, int? page, int? pageSize, CancellationToken cancellation);

    /// <summary>Whether the latest version of a definition has exactly this name.</summary>
    Task<bool> NameExistsAsync(string name, string? exceptDefinitionId, CancellationToken cancellation);

    /// <summary>Applies the change and bumps the trigger generation, so that every node reads its triggers again. At most one published and one latest version stays.</summary>
    /// <returns>False when somebody changed the definition since it was read, and nothing was written.</returns>
    Task<bool> ApplyAsync(DefinitionChange change, CancellationToken cancellation);

    Task<IReadOnlyList<TriggerRow>> TriggersAsync(CancellationToken cancellation);
}
