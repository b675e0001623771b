using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.ElsaApi.Descriptors;

/// <summary>All activity descriptors of one moment, written and compressed once: the designer asks for them after every save.</summary>
internal sealed class DescriptorSet
{
    private readonly Dictionary<(string TypeName, int Version), JsonObject> _byType;

    public DescriptorSet(long generation, IReadOnlyList<JsonObject> descriptors)
    {
        Generation = generation;
        _byType = descriptors.ToDictionary(descriptor => (descriptor["typeName"].AsString()!, (int)descriptor["version"].AsInteger()!.Value));
        Plain = Write(descriptors);
        Brotli = Compress(stream => new BrotliStream(stream, CompressionLevel.Fastest));
        Gzip = Compress(stream => new GZipStream(stream, CompressionLevel.Fastest));
    }

    /// <summary>State of the content that it was made from.</summary>
    public long Generation { get; }

    /// <summary>UTF-8 JSON of <c>GET /descriptors/activities</c>.</summary>
    public byte[] Plain { get; }

    public byte[] Brotli { get; }

    public byte[] Gzip { get; }

    public bool Contains(string typeName, int version) => _byType.ContainsKey((typeName, version));

    /// <summary>A copy; the newest version when none is asked for.</summary>
    public JsonObject? Find(string typeName, int? version = null) => _byType
        .Where(known => known.Key.TypeName == typeName && (version is null || known.Key.Version == version))
        .OrderByDescending(known => known.Key.Version)
        .Select(known => known.Value.DeepClone().AsObject())
        .FirstOrDefault();

    private static byte[] Write(IReadOnlyList<JsonObject> descriptors)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = ElsaJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("items");
            foreach (var descriptor in descriptors)
            {
                WithoutNulls(writer, descriptor);
            }

            writer.WriteEndArray();
            writer.WriteNumber("count", descriptors.Count);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WithoutNulls(Utf8JsonWriter writer, JsonNode node)
    {
        switch (node)
        {
            case JsonObject json:
                writer.WriteStartObject();
                foreach (var (name, value) in json)
                {
                    if (value is not null)
                    {
                        writer.WritePropertyName(name);
                        WithoutNulls(writer, value);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WithoutNulls(writer, item!);
                }

                writer.WriteEndArray();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }

    private byte[] Compress(Func<Stream, Stream> compression)
    {
        using var buffer = new MemoryStream();
        using (var stream = compression(buffer))
        {
            stream.Write(Plain);
        }

        return buffer.ToArray();
    }
}
