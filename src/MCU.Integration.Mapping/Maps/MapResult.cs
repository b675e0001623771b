using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Mapping.Maps;

/// <summary>A whole target document, or the problems; never both. Independent of the source document's lifetime, thread-safe.</summary>
public sealed class MapResult
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal MapResult(JsonObject target)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            target.WriteTo(writer);
        }

        Utf8 = buffer.WrittenMemory;
        Document = JsonElement.Parse(buffer.WrittenSpan);
    }

    internal MapResult(IReadOnlyList<MapProblem> problems) => Problems = problems;

    public bool Succeeded => Problems.Count == 0;

    public IReadOnlyList<MapProblem> Problems { get; } = [];

    /// <summary>The target document; undefined when there are problems.</summary>
    public JsonElement Document { get; }

    /// <summary>The target document in UTF-8, properties in the order of the rules; empty when there are problems.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }
}
