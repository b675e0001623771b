using System.Text.Json;
using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Values;

/// <summary>Reads and writes an enumeration as its <see cref="EnumWord"/>; numbers and unknown words are refused.</summary>
public sealed class EnumWordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && EnumWord.TryParse<T>(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"Expected one of: {string.Join(", ", EnumWord.All<T>())}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(EnumWord.Of(value));

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EnumWord.TryParse<T>(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"Expected one of: {string.Join(", ", EnumWord.All<T>())}.");

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(EnumWord.Of(value));
}
