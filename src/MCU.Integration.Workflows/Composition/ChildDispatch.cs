using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Composition;

/// <summary>
/// A child workflow that a burst wants started in a burst of its own, after its commit. The activation strategy of the child's
/// definition applies; a child that may not start is not an error of the parent.
/// </summary>
/// <param name="DefinitionId">The child's definition.</param>
/// <param name="DefinitionVersionId">The version to run.</param>
/// <param name="Request">How to start it; the child's instance id and <see cref="StartRequest.ParentStimulusName"/> are set.</param>
public sealed record ChildDispatch(string DefinitionId, string DefinitionVersionId, StartRequest Request);
