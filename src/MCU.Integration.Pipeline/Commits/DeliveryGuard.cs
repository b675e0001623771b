using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>The deliveries of the case to this adapter that are not over must still be these.</summary>
/// <param name="Open">In the order of their ids.</param>
public sealed record DeliveryGuard(CaseId CaseId, string Adapter, IReadOnlyList<DeliveryId> Open);
