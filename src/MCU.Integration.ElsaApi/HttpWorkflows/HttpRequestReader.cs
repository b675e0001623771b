using MCU.Integration.Workflows.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MCU.Integration.ElsaApi.HttpWorkflows;

/// <summary>Reads a request into data; the limits of size and speed are the server's.</summary>
internal static class HttpRequestReader
{
    private static readonly IReadOnlyDictionary<string, string?> NoValues = new Dictionary<string, string?>();

    /// <param name="path">Path below the base path.</param>
    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or no form although it says so.</exception>
    public static async Task<HttpRequestData> ReadAsync(HttpRequest request, string path, RouteValueDictionary? values, CancellationToken cancellation)
    {
        var data = Head(request, path) with { RouteValues = ValuesOf(values) };
        return request.HasFormContentType
            ? data with { Form = await FormAsync(request, cancellation) }
            : data with { Body = await BodyAsync(request, cancellation) };
    }

    /// <summary>The request without its content.</summary>
    public static HttpRequestData Head(HttpRequest request, string path) => new()
    {
        Method = request.Method.ToUpperInvariant(),
        Path = path,
        Query = Lists(request.Query),
        Headers = Lists(request.Headers.Where(header => !IsCredential(header.Key))),
        ContentType = request.ContentType,
        ContentLength = request.ContentLength,
    };

    private static IReadOnlyDictionary<string, string?> ValuesOf(RouteValueDictionary? values) =>
        values is not { Count: > 0 } ? NoValues : values.ToDictionary(value => value.Key, value => value.Value?.ToString());

    private static bool IsCredential(string header) =>
        header.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase) || header.Equals(HeaderNames.Cookie, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, IReadOnlyList<string?>> Lists(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var lists = new Dictionary<string, IReadOnlyList<string?>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, list) in values)
        {
            lists[name] = list.Count == 1 ? [list[0]] : list.ToArray();
        }

        return lists;
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength == 0 || (request.ContentLength is null && !request.Headers.ContainsKey(HeaderNames.TransferEncoding)))
        {
            return default;
        }

        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 4096, 64 * 1024));
        await request.Body.CopyToAsync(body, cancellation);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static async Task<HttpFormData> FormAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var form = await request.ReadFormAsync(cancellation);
            List<HttpFileData> files = [];
            foreach (var file in form.Files)
            {
                using var content = new MemoryStream((int)Math.Min(file.Length, int.MaxValue));
                await file.CopyToAsync(content, cancellation);
                files.Add(new(file.Name, file.FileName, file.ContentType, content.GetBuffer().AsMemory(0, (int)content.Length)));
            }

            return new(Lists(form), files);
        }
        catch (InvalidDataException malformed)
        {
            throw new BadHttpRequestException("The body is not the form that it says it is.", malformed);
        }
    }
}
