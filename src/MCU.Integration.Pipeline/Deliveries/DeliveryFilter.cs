using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>Filter of a delivery list; null means any.</summary>
public sealed record DeliveryFilter
{
    public string? Adapter { get; init; }

    public DeliveryState? State { get; init; }

    public CaseId? CaseId { get; init; }

    public MessageId? CausedBy { get; init; }
}
