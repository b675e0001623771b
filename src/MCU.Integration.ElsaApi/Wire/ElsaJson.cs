using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MCU.Integration.Mapping.Json;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>JSON as an Elsa 3.8 server writes it: camelCase, no nulls, enumerations by name, dictionary keys as they are. Unknown members are ignored when read.</summary>
internal static class ElsaJson
{
    private static readonly StrictJsonLimits Limits = new() { MaxBytes = int.MaxValue };

    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Reads a document strictly: no duplicate keys, no half characters, bounded depth. How large it may be is the server's limit.</summary>
    public static StrictJsonResult Parse(ReadOnlyMemory<byte> utf8) => StrictJson.Parse(utf8, Limits);

    /// <summary>An answer with a JSON body.</summary>
    public static IResult Ok(object value) => With(StatusCodes.Status200OK, value);

    /// <summary>A list with its count.</summary>
    public static IResult List(JsonArray items) => Ok(new JsonObject { ["items"] = items, ["count"] = items.Count });

    /// <summary>A page with the total of all pages.</summary>
    public static IResult Page(IEnumerable<JsonNode> items, long totalCount) => Ok(new JsonObject { ["items"] = new JsonArray([.. items]), ["totalCount"] = totalCount });

    public static IResult With(int status, object value) => Results.Json(value, Options, "application/json; charset=utf-8", status);

    /// <summary>Removes the properties that are null, as Elsa leaves them out; what is inside of values stays.</summary>
    public static JsonObject WithoutNulls(JsonObject json)
    {
        foreach (var name in json.Where(property => property.Value is null).Select(property => property.Key).ToList())
        {
            json.Remove(name);
        }

        return json;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowDuplicateProperties = false,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
