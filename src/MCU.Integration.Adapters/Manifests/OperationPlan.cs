using MCU.Integration.Adapters.Templates;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>How an operation is carried out, step by step.</summary>
public sealed record OperationPlan(OperationDescription Description, IReadOnlyList<Step> Steps)
{
    /// <summary>Id of the outside record; null = result <c>id</c> of the first step that has one.</summary>
    public Template? RecordId { get; init; }

    /// <summary>Its revision afterwards; null = result <c>revision</c> of the last step that has one.</summary>
    public Template? RecordRevision { get; init; }
}
