using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>JSON as an Elsa 3.8 server writes it: camelCase, no nulls, enumerations by name, dictionary keys as they are. Unknown members are ignored when read.</summary>
internal static class ElsaJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>An answer with a JSON body.</summary>
    public static IResult Ok(object value) => With(StatusCodes.Status200OK, value);

    public static IResult With(int status, object value) => Results.Json(value, Options, "application/json; charset=utf-8", status);

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
