using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Intake;

/// <param name="MessageId">The stored message: this one, or the earlier one of the same key.</param>
public sealed record AcceptanceResult(AcceptanceKind Kind, MessageId MessageId);
