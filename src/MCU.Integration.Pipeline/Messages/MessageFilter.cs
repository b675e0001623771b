using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Messages;

/// <summary>Filter of a message list; null means any.</summary>
public sealed record MessageFilter
{
    public string? Adapter { get; init; }

    public MessageDirection? Direction { get; init; }

    public string? DocumentType { get; init; }

    public MessageState? State { get; init; }

    public CaseId? CaseId { get; init; }

    public DateTimeOffset? ReceivedFrom { get; init; }

    public DateTimeOffset? ReceivedBefore { get; init; }
}
