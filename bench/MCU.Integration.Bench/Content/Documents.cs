using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Bench.Content;

/// <summary>Documents of the load, the same for the same number.</summary>
internal sealed class Documents
{
    private const int MessageBytes = 2048;
    private const int NoteBytes = 1024;

    private static readonly JsonSerializerOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _sample;

    public Documents() => _sample = JsonNode.Parse(File.ReadAllBytes(Path.Combine(BenchContent.RepositoryRoot, "mocks/samples/001/message.json")))!.AsObject();

    /// <summary>Id of the n-th message.</summary>
    public static string MessageId(int number) => string.Create(CultureInfo.InvariantCulture, $"7{number:D9}");

    /// <summary>A citizen's message, filled up to 2 KB; each from another place, more than 200 m from the next, so that none counts as a repeat of another.</summary>
    public byte[] Message(int number)
    {
        var message = _sample.DeepClone().AsObject();
        message["message_id"] = MessageId(number);
        message["attachments"] = new JsonArray();
        var place = message["location"]!.AsObject();
        place["lat"] = Math.Round(44.9 + (number % 250 * 0.002), 4);
        place["lon"] = Math.Round(41.8 + (number / 250 % 250 * 0.003), 4);
        var text = message["text"]!.GetValue<string>();
        var missing = MessageBytes - JsonSerializer.SerializeToUtf8Bytes(message, AsIs).Length;
        message["text"] = missing > 0 ? text + string.Concat(Enumerable.Repeat(" Просим принять меры.", 100))[..(missing * 10 / 19)] : text;
        return JsonSerializer.SerializeToUtf8Bytes(message, AsIs);
    }

    /// <summary>A note of 1 KB.</summary>
    public static byte[] Note(int number)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"note-{number}\",\"at\":\"2026-11-03T08:14:05+03:00\",\"text\":\"");
        return Encoding.ASCII.GetBytes(head + new string('n', NoteBytes - head.Length - 2) + "\"}");
    }

    /// <summary>The document-flow system says that the card of the n-th message is being worked on.</summary>
    public static byte[] CardStatus(int number, string cardId) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"event_id":"event-{{number}}","card_id":"{{cardId}}","from":"registered","to":"in_execution","at":"2026-11-03T09:00:00+03:00","revision":2}"""));
}
