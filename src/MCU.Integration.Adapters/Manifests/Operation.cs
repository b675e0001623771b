using MCU.Integration.Adapters.Templates;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>Something that the hub can have an outside system do, step by step.</summary>
public sealed record Operation(OperationDescription Description, IReadOnlyList<Step> Steps)
{
    /// <summary>Id of the outside record; null = result <c>id</c> of the first step that has one.</summary>
    public Template? RecordId { get; init; }

    /// <summary>Its revision afterwards; null = result <c>revision</c> of the last step that has one.</summary>
    public Template? RecordRevision { get; init; }
}
