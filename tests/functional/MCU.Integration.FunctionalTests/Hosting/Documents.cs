using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MCU.Integration.FunctionalTests.Hosting;

/// <summary>Documents that the СЭД may push.</summary>
internal static class Documents
{
    public const string CardStatus = "/api/v1/adapters/sed/messages/sed.card.status";

    private static int _number;

    /// <summary>A valid event of a card that nobody knows; each has a key of its own.</summary>
    public static JsonObject NewCardStatus()
    {
        var number = Interlocked.Increment(ref _number);
        return new()
        {
            ["event_id"] = $"functional-{number}",
            ["card_id"] = $"card-{number}",
            ["to"] = "in_execution",
            ["at"] = "2026-11-20T10:00:00+03:00",
            ["revision"] = 1,
        };
    }

    public static HttpContent Json(JsonNode document) => Bytes(Encoding.UTF8.GetBytes(document.ToJsonString()));

    public static HttpContent Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static HttpContent Bytes(byte[] bytes, string mediaType = "application/json") =>
        new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
}
