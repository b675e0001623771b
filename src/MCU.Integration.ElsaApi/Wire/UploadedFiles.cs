using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>The JSON files of an upload, those inside of zip files too.</summary>
internal static class UploadedFiles
{
    /// <summary>A zip of a few bytes can unpack to gigabytes.</summary>
    private const int MostBytes = 32 * 1024 * 1024;

    private const int MostFiles = 1000;

    /// <summary>Each file with its name.</summary>
    /// <exception cref="UseCaseException">There is no upload, or a file is neither a JSON object nor a zip file, or too much.</exception>
    public static async Task<IReadOnlyList<(string Name, JsonObject Content)>> JsonAsync(HttpRequest request, CancellationToken cancellation)
    {
        List<(string, JsonObject)> files = [];
        await foreach (var (name, content) in ReadAsync(request, cancellation))
        {
            files.Add((name, Parse(name, content)));
        }

        return files;
    }

    private static async IAsyncEnumerable<(string Name, byte[] Content)> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            throw UseCaseException.Invalid("", "multipart_expected", "Send the files as multipart/form-data.");
        }

        var room = MostBytes;
        var form = await request.ReadFormAsync(cancellation);
        foreach (var file in form.Files)
        {
            await using var stream = file.OpenReadStream();
            var upload = await ReadAsync(stream, room, cancellation);
            if (!file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                yield return (file.FileName, upload);
                continue;
            }

            using var archive = Open(upload, file.FileName);
            foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).Take(MostFiles))
            {
                var bytes = await ReadAsync(entry, room, cancellation);
                room -= bytes.Length;
                yield return (entry.Name, bytes);
            }
        }
    }

    private static JsonObject Parse(string name, byte[] content)
    {
        using var parsed = ElsaJson.Parse(content);
        return parsed.Succeeded && parsed.Document.RootElement.ValueKind == JsonValueKind.Object
            ? parsed.Document.Deserialize<JsonObject>(ElsaJson.Options)!
            : throw UseCaseException.Invalid(
                $"/{name}{parsed.Problems.FirstOrDefault()?.Pointer}", "malformed", $"The file '{name}' is not a JSON object. {parsed.Problems.FirstOrDefault()?.Message}".TrimEnd());
    }

    private static ZipArchive Open(byte[] upload, string name)
    {
        try
        {
            return new(new MemoryStream(upload), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw Malformed(name);
        }
    }

    private static async Task<byte[]> ReadAsync(ZipArchiveEntry entry, int room, CancellationToken cancellation)
    {
        try
        {
            await using var content = await entry.OpenAsync(cancellation);
            return await ReadAsync(content, room, cancellation);
        }
        catch (InvalidDataException)
        {
            throw Malformed(entry.Name);
        }
    }

    private static UseCaseException Malformed(string name) => UseCaseException.Invalid($"/{name}", "malformed_zip", $"'{name}' cannot be unpacked.");

    private static async Task<byte[]> ReadAsync(Stream stream, int room, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > room)
            {
                throw UseCaseException.Invalid("", "too_large", "The files are too large together.");
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
