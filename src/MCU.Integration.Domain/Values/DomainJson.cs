using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace MCU.Integration.Domain.Values;

/// <summary>How records of the domain are written as JSON.</summary>
public static class DomainJson
{
    /// <summary>
    /// camelCase names, nulls left out, Cyrillic readable. Type names may stand anywhere in an object because <c>jsonb</c>
    /// reorders properties; unknown properties are skipped so that an older hub reads a newer event.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowOutOfOrderMetadataProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
