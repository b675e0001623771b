using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>What became of a change of a definition.</summary>
/// <param name="Row">The version after the change; null when there is none.</param>
/// <param name="AlreadyPublished">Publishing changed nothing.</param>
public sealed record DefinitionResult(DefinitionRow? Row, bool AlreadyPublished, IReadOnlyList<Problem> Problems)
{
    /// <summary>Workflows that use it and were taken along to the version that was published; see <see cref="ConsumingWorkflows"/>.</summary>
    public IReadOnlyList<DefinitionRow> Consumers { get; init; } = [];

    public static DefinitionResult Of(DefinitionRow row, bool alreadyPublished = false) => new(row, alreadyPublished, []);

    public static DefinitionResult Failed(params IReadOnlyList<Problem> problems) => new(null, false, problems);
}
