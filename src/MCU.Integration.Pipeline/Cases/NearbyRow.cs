using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Cases;

/// <param name="Metres">Distance from the point of the question; 0 for the same object.</param>
public sealed record NearbyRow(CaseId Id, string Number, DateTimeOffset ReceivedAt, double Metres);
