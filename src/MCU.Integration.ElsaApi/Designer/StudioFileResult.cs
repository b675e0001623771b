using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MCU.Integration.ElsaApi.Designer;

/// <summary>Sends a file in the best encoding that the client accepts.</summary>
internal sealed class StudioFileResult(StudioFile file) : IResult
{
    private const string Immutable = "public, max-age=31536000, immutable";
    private const string Revalidate = "no-cache";

    public async Task ExecuteAsync(HttpContext context)
    {
        var (path, encoding) = Choose(AcceptedBy(context.Request));
        var response = context.Response;
        var tag = new EntityTagHeaderValue($"\"{file.Tag}{(encoding is null ? "" : "-" + encoding)}\"");
        response.Headers.CacheControl = file.IsImmutable ? Immutable : Revalidate;
        response.Headers.ETag = tag.ToString();
        if (file.Brotli is not null)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        }

        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.ContentType;
        if (path is null)
        {
            await UnpackAsync(context);
            return;
        }

        response.Headers.ContentEncoding = encoding;
        response.ContentLength = new FileInfo(path).Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.SendFileAsync(path, context.RequestAborted);
        }
    }

    private (string? Path, string? Encoding) Choose(Func<string, bool> accepts) =>
        file.Brotli is not null && accepts("br") ? (file.Brotli, "br")
        : file.Gzip is not null && accepts("gzip") ? (file.Gzip, "gzip")
        : (file.Plain, null);

    private static Func<string, bool> AcceptedBy(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return encoding => accepted.FirstOrDefault(item => item.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) is { } named
            ? named.Quality is not 0
            : accepted.Any(item => item.Value == "*" && item.Quality is not 0);
    }

    private async Task UnpackAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await using var packed = File.OpenRead(file.Brotli ?? file.Gzip!);
        await using Stream plain = file.Brotli is null ? new GZipStream(packed, CompressionMode.Decompress) : new BrotliStream(packed, CompressionMode.Decompress);
        await plain.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
