namespace MCU.Integration.Mocks.Sed;

/// <summary>One event on its way to the hub; its id and body stay the same on every try.</summary>
internal sealed record SedCallback(string EventId, string CardId, string To, int Revision, byte[] Body);
