using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Intake;

/// <param name="MessageId">The stored message; null when nothing was kept.</param>
public sealed record IntakeResult(IntakeResultKind Kind, MessageId? MessageId, IReadOnlyList<Problem> Problems)
{
    public static IntakeResult Of(IntakeResultKind kind, MessageId? id = null) => new(kind, id, []);
}
