using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Pipeline.Intake;

/// <summary>One message with everything that is stored in the commit that accepts it.</summary>
/// <param name="Items">One per matching trigger.</param>
/// <param name="StimulusHashes">Waiting bookmarks with one of these hashes get a resume item in the same commit.</param>
public sealed record Acceptance(NewMessage Message, IReadOnlyList<NewWorkItem> Items, IReadOnlyList<string> StimulusHashes)
{
    /// <summary>The published set that routing knew of; when another one is active by the time of the commit, nothing is stored.</summary>
    public long PublishedSetId { get; init; } = Message.ActiveSetId;

    /// <summary>Set when a poll brought it: the feed's watermark moves in the same commit.</summary>
    public Watermark? Watermark { get; init; }
}
