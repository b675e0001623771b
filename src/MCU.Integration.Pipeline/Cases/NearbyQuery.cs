using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Asks for earlier open cases on one subject: at the same object of the address register, or around a point.</summary>
/// <param name="Self">The case that asks; it does not count itself.</param>
/// <param name="Since">Received not before this instant.</param>
/// <param name="Until">Received not after this instant.</param>
/// <param name="Latitude">Degrees; null when there is no exact point.</param>
/// <param name="Limit">Most cases that are wanted; the newest ones are taken.</param>
public sealed record NearbyQuery(
    CaseId Self, string Subject, DateTimeOffset Since, DateTimeOffset Until, Guid? GarObject, double? Latitude, double? Longitude, int Metres, int Limit);
