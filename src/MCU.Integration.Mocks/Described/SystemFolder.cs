using System.Text.Json;
using MCU.Integration.Mocks.Http;

namespace MCU.Integration.Mocks.Described;

/// <summary>A folder <c>mocks/&lt;system&gt;</c> with a <c>mock.json</c>.</summary>
internal sealed record SystemFolder(string Name, string Stubs, SystemScript Script, IReadOnlyList<ScriptArrival> Arrivals)
{
    /// <param name="root">The folder <c>mocks</c>.</param>
    /// <param name="names">Null = all that there are.</param>
    public static IReadOnlyList<SystemFolder> ReadAll(string root, IReadOnlyCollection<string>? names) =>
    [
        .. Directory.GetDirectories(root)
            .Where(path => File.Exists(Path.Combine(path, "mock.json")) && (names is null || names.Contains(Path.GetFileName(path))))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static SystemFolder Read(string path)
    {
        var arrivals = Path.Combine(path, "arrivals");
        return new SystemFolder(
            Path.GetFileName(path),
            Path.Combine(path, "mappings"),
            ReadJson<SystemScript>(Path.Combine(path, "mock.json")),
            Directory.Exists(arrivals) ? [.. Directory.GetFiles(arrivals, "*.json").Order(StringComparer.Ordinal).Select(ReadJson<ScriptArrival>)] : []);
    }

    private static T ReadJson<T>(string path) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), JsonText.Options) ?? throw new JsonException($"{path} is empty.");
}
