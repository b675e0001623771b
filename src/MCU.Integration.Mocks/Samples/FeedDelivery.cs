using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Samples;

/// <summary>One appearance of a message in the feed.</summary>
/// <param name="After">Delay after the delivery before it.</param>
/// <param name="Revision">Null = the next one of the message.</param>
/// <param name="Patch">RFC 7396 merge patch over <c>message.json</c>.</param>
internal sealed record FeedDelivery(double After, int? Revision, JsonObject? Patch);
