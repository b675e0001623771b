using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MCU.Integration.Workflows.Values;

/// <summary>
/// A number that scripts of the same burst see by its name: what an enumeration is in Elsa 3.8, which stores the number only.
/// </summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct NamedNumber(int Number, string Name)
{
    /// <summary>The value of an enumeration.</summary>
    public static JsonValue Of(Enum value) =>
        JsonValue.Create(new NamedNumber(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture), value.ToString()))!;

    internal sealed class Converter : JsonConverter<NamedNumber>
    {
        public override NamedNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32(), "");

        public override void Write(Utf8JsonWriter writer, NamedNumber value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);
    }
}
