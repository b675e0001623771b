using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>Several files as one download.</summary>
internal static class ZipFile
{
    public static IResult Of(string name, IEnumerable<(string Name, byte[] Content)> files)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entry, content) in files)
            {
                using var stream = archive.CreateEntry(entry.Replace('/', '-').Replace('\\', '-'), CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return Results.File(buffer.ToArray(), "application/octet-stream", name);
    }
}
