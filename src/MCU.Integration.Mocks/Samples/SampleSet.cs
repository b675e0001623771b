using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.Http;

namespace MCU.Integration.Mocks.Samples;

/// <summary>The sample folder: <c>NNN/message.json</c>, <c>NNN/life.json</c>, <c>files/</c>.</summary>
internal sealed class SampleSet(string folder, IReadOnlyList<Sample> samples)
{
    // Far enough from the ids in the files that no round meets another.
    private const long RoundStep = 1_000_000;

    public IReadOnlyList<Sample> Samples => samples;

    /// <exception cref="DirectoryNotFoundException">The folder was neither given nor found upward.</exception>
    public static SampleSet Load(string? folder)
    {
        var root = folder ?? FindUpward() ?? throw new DirectoryNotFoundException("No folder mocks/samples was found upward of the program.");
        var samples = Directory.GetDirectories(root)
            .Where(path => File.Exists(Path.Combine(path, "message.json")))
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .ToList();
        return new SampleSet(root, samples);
    }

    /// <summary>The first so many messages; beyond the last one the samples repeat under new ids.</summary>
    public IEnumerable<Sample> Take(int? count, int firstRound)
    {
        for (var index = 0; samples.Count > 0 && index < (count ?? samples.Count); index++)
        {
            var sample = samples[index % samples.Count];
            var round = firstRound + (index / samples.Count);
            yield return round == 0 ? sample : Again(sample, round);
        }
    }

    /// <summary>The folder <c>mocks</c>, with a folder per system beside the samples.</summary>
    public string Root => Path.Combine(folder, "..");

    /// <summary>Folder of a system's static WireMock stubs, beside the samples.</summary>
    public string StubsOf(string system) => Path.Combine(Root, system, "mappings");

    /// <summary>Null when there is no such file.</summary>
    public byte[]? FileContent(string name)
    {
        var path = Path.Combine(folder, "files", Path.GetFileName(name));
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    public static string MediaTypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".pdf" => "application/pdf",
        _ => "application/octet-stream",
    };

    private static Sample Read(string path)
    {
        var message = JsonText.ObjectOf(File.ReadAllBytes(Path.Combine(path, "message.json"))) ?? throw new JsonException($"{path}/message.json is not an object.");
        var life = Path.Combine(path, "life.json");
        return new Sample(
            Path.GetFileName(path),
            message.Text("message_id") ?? throw new JsonException($"{path}/message.json has no message_id."),
            message,
            File.Exists(life) ? JsonSerializer.Deserialize<SampleLife>(File.ReadAllBytes(life), JsonText.Options)! : SampleLife.Empty);
    }

    private static Sample Again(Sample sample, int round)
    {
        var id = (long.Parse(sample.MessageId, null) + (round * RoundStep)).ToString(null as IFormatProvider);
        string Renamed(string text) => text.Replace(sample.MessageId, id, StringComparison.Ordinal);
        return new Sample(
            $"{sample.Name}+{round}",
            id,
            JsonNode.Parse(Renamed(sample.Message.ToJsonString(JsonText.Options)))!.AsObject(),
            sample.Life with
            {
                Files = sample.Life.Files?.ToDictionary(file => Renamed(file.Key), file => file.Value),
                Sed = sample.Life.Sed is { } sed ? sed with { RegistrationNumber = sed.RegistrationNumber is { } number ? $"{number}/{round}" : null } : null,
            });
    }

    private static string? FindUpward()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "mocks", "samples");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
