using System.Reflection;
using System.Text.Json;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>A JSON body as the designer sends it, read with its conventions and not with those of <c>/api/v1</c>. No body reads as an empty object.</summary>
internal sealed class ElsaBody<T> : IBindableFromHttpContext<ElsaBody<T>>
    where T : class
{
    private readonly T? _value;
    private readonly IReadOnlyList<Problem> _problems = [];

    private ElsaBody(T value) => _value = value;

    private ElsaBody(IReadOnlyList<Problem> problems) => _problems = problems;

    /// <exception cref="UseCaseException">The body is not JSON that can be read in one way only. Told where it is used: what is refused while parameters are bound never meets <see cref="ElsaErrors"/>.</exception>
    public T Value => _value ?? throw UseCaseException.Invalid("The body is not the JSON that is expected here.", _problems);

    public static async ValueTask<ElsaBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        using var parsed = ElsaJson.Parse(buffer.Length == 0 ? "{}"u8.ToArray() : buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        if (!parsed.Succeeded)
        {
            return new([.. parsed.Problems.Select(problem => new Problem(problem.Pointer, problem.Code, problem.Message))]);
        }

        try
        {
            return new(parsed.Document.Deserialize<T>(ElsaJson.Options) ?? throw new JsonException("The body is null."));
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body is not the JSON that is expected here.", exception);
        }
    }
}
