using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Instances;

namespace MCU.Integration.Pipeline.Definitions;

/// <summary>A change of one definition, written in one transaction.</summary>
/// <param name="Upserts">Versions to insert or update by id (flags included).</param>
/// <param name="Deletes">Version ids to delete.</param>
/// <param name="Triggers">Null = leave; otherwise all triggers of the definition are replaced by these.</param>
public sealed record DefinitionChange(
    string DefinitionId,
    IReadOnlyList<DefinitionRow> Upserts,
    IReadOnlyList<string> Deletes,
    IReadOnlyList<TriggerRow>? Triggers)
{
    /// <summary>The versions that the change was decided on; when they are others by now, nothing is written. Null = write anyway.</summary>
    public IReadOnlyList<DefinitionRow>? Seen { get; init; }

    /// <summary>Written with it.</summary>
    public AuditEntry? Audit { get; init; }
}
