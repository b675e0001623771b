using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>A JSON body as the designer sends it, read with its conventions and not with those of <c>/api/v1</c>. No body reads as an empty object.</summary>
internal sealed record ElsaBody<T>(T Value) : IBindableFromHttpContext<ElsaBody<T>>
    where T : class
{
    public static async ValueTask<ElsaBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        try
        {
            var text = buffer.Length == 0 ? "{}"u8 : buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
            return new(JsonSerializer.Deserialize<T>(text, ElsaJson.Options) ?? throw new JsonException("The body is null."));
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body is not the JSON that is expected here.", exception);
        }
    }
}
