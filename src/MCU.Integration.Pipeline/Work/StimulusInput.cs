using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Work;

/// <summary>What a stimulus hands to the items that it makes; what is sealed is sealed for each of them.</summary>
/// <param name="For">The text that the item stores.</param>
public sealed record StimulusInput(Func<WorkItemId, string> For)
{
    /// <param name="json">Ids and codes only: it is stored as it is.</param>
    public static StimulusInput Plain(string json) => new(_ => json);
}
