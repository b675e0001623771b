using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MCU.Integration.ElsaApi.Designer;

/// <summary>The files of Elsa Studio that the build put beside the program.</summary>
internal sealed partial class StudioFiles
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
        [".dat"] = "application/octet-stream",
        [".woff2"] = "font/woff2",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".cur"] = "image/x-icon",
        [".webmanifest"] = "application/manifest+json",
    };

    private readonly FrozenDictionary<string, StudioFile> _files;

    /// <param name="folder">Where the build puts them; need not exist.</param>
    public StudioFiles(string folder)
    {
        _files = (Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
            .GroupBy(path => NameOf(Path.GetRelativePath(folder, path).Replace('\\', '/')), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => FileOf(group.Key, [.. group]), StringComparer.Ordinal);
        Hints = [.. new[] { "dotnet.native.", "dotnet.runtime." }.SelectMany(start => _files.Keys.Where(name =>
            name.StartsWith("_framework/" + start, StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal)))];
    }

    /// <summary>Whether the build had Node to fetch them.</summary>
    public bool IsPresent => _files.ContainsKey("_framework/blazor.webassembly.js");

    /// <summary>Modules that the runtime loads first, by names that change with each version.</summary>
    public IReadOnlyList<string> Hints { get; }

    public StudioFile? Find(string path) => _files.GetValueOrDefault(path);

    private static string NameOf(string path) => Path.GetExtension(path) is ".br" or ".gz" ? path[..^3] : path;

    private static StudioFile FileOf(string name, string[] paths) => new(
        paths.FirstOrDefault(path => path.EndsWith(".br", StringComparison.Ordinal)),
        paths.FirstOrDefault(path => path.EndsWith(".gz", StringComparison.Ordinal)),
        paths.FirstOrDefault(path => Path.GetExtension(path) is not (".br" or ".gz")),
        ContentTypes.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream"),
        Fingerprint().IsMatch(name));

    // name.0123456789.ext, or name.0123456789.bundle.scp.css
    [GeneratedRegex(@"\.[a-z0-9]{10}\.(?:wasm|js|dat|bundle\.scp\.css)$")]
    private static partial Regex Fingerprint();
}
