using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MCU.Integration.Mocks.Http;

/// <summary>A file that came as the first file part of a multipart body, or as the body itself with its name in <c>X-File-Name</c> or <c>?name=</c>.</summary>
internal sealed record Upload(string Name, string MediaType, byte[] Content)
{
    public static async Task<Upload?> ReadAsync(Call call, CancellationToken cancellation)
    {
        var type = call.Header("Content-Type") ?? "application/octet-stream";
        if (!type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            var name = call.Header("X-File-Name") ?? call.Query("name") ?? "file";
            return new Upload(Uri.UnescapeDataString(name), type, call.Bytes);
        }

        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(type).Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            return null;
        }

        var reader = new MultipartReader(boundary, new MemoryStream(call.Bytes));
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                var content = new MemoryStream();
                await section.Body.CopyToAsync(content, cancellation);
                var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                return new Upload(Decode(HeaderUtilities.RemoveQuotes(fileName).Value ?? "file"), section.ContentType ?? "application/octet-stream", content.ToArray());
            }
        }

        return null;
    }

    // HttpClient writes a non-ASCII file name as an RFC 2047 encoded word beside filename*.
    private static string Decode(string name) =>
        name.StartsWith("=?utf-8?B?", StringComparison.OrdinalIgnoreCase) && name.EndsWith("?=", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(name[10..^2]))
            : name;
}
