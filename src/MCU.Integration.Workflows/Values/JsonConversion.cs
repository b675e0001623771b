using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MCU.Integration.Workflows.Values;

/// <summary>Turns CLR values of activities into JSON.</summary>
public static class JsonConversion
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The value as JSON: camelCase, enums as text.</summary>
    public static JsonNode? ToNode<T>(T value) => value switch
    {
        null => null,
        JsonNode node => node,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), Options),
    };
}
