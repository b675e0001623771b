namespace MCU.Integration.Mocks.City;

/// <summary>An event on its way to the hub.</summary>
/// <param name="Adapter">As which system the hub knows it.</param>
/// <param name="DocumentType">Type under which the hub takes it in.</param>
/// <param name="RecordId">Events of one record are brought in order.</param>
/// <param name="To">The status that it tells of.</param>
internal sealed record Callback(string System, string Adapter, string DocumentType, string EventId, string RecordId, string To, int Revision, byte[] Body);
