using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Casting;

/// <summary>Makes the sample city: submissions through every channel, each with what must come of it. The same seed makes the same text.</summary>
public static class CastMaker
{
    /// <summary>Seed of the committed city.</summary>
    public const ulong Seed = 2026;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <returns>Path below the folder of the cast → text.</returns>
    public static IReadOnlyDictionary<string, string> Make(ulong seed)
    {
        // Each channel draws from its own numbers: a scene more in one leaves the others as they are.
        (string System, IEnumerable<JsonObject> Scenes)[] channels =
        [
            ("pos", new PosScenes(new(seed)).Make()),
            ("incident", new IncidentScenes(new(seed + 1)).Make()),
            ("reception", new ReceptionScenes(new(seed + 2)).Make()),
            ("regional-cur", new RegionScenes(new(seed + 3)).Make()),
        ];
        return channels
            .SelectMany(channel => channel.Scenes.Select((scene, index) => ($"{channel.System}/{index + 1:d3}.json", scene.ToJsonString(Json) + "\n")))
            .ToDictionary(file => file.Item1, file => file.Item2);
    }

    /// <summary>Writes the files and takes away those of an earlier making.</summary>
    public static int Write(string folder, ulong seed)
    {
        var files = Make(seed);
        foreach (var system in files.Keys.Select(path => Path.Combine(folder, path.Split('/')[0])).Distinct().Where(Directory.Exists))
        {
            Directory.Delete(system, recursive: true);
        }

        foreach (var (path, text) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }

        return files.Count;
    }
}
