using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MCU.Integration.Mocks.Described;
using MCU.Integration.Mocks.Http;
using MCU.Integration.Mocks.Samples;

namespace MCU.Integration.Mocks.Casting;

/// <summary>
/// A cast that plays instead of the samples and the arrivals: <c>pos/NNN.json</c> with <c>message</c> and <c>life</c>, <c>&lt;system&gt;/NNN.json</c> as an arrival.
/// <c>{day-N}</c> in a file is the date N days before the city began, <c>{date-N}</c> the same as people write it.
/// </summary>
public sealed partial class CastFolder(string folder, DateOnly day, int every)
{
    internal IReadOnlyList<Sample> Messages() => [.. Files("pos").Select(file => new Sample(
        file.Name,
        file.Content["message"]!.AsObject().Text("message_id") ?? throw new JsonException($"pos/{file.Name} has no message_id."),
        file.Content["message"]!.DeepClone().AsObject(),
        file.Content["life"].Deserialize<SampleLife>(JsonText.Options) ?? SampleLife.Empty))];

    internal IReadOnlyList<ScriptArrival> ArrivalsOf(string system) => [.. Files(system).Select(file => file.Content.Deserialize<ScriptArrival>(JsonText.Options)!)];

    private IEnumerable<(string Name, JsonObject Content)> Files(string system)
    {
        var path = Path.Combine(folder, system);
        return Directory.Exists(path)
            ? Pick(path, every).Select(file => (Path.GetFileNameWithoutExtension(file), JsonNode.Parse(Dated(File.ReadAllText(file), day))!.AsObject()))
            : [];
    }

    /// <summary>The files of a system that play: every n-th.</summary>
    public static IEnumerable<string> Pick(string path, int every) =>
        Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).Where((_, index) => index % every == 0);

    /// <summary>The text of a file with its dates.</summary>
    public static string Dated(string text, DateOnly day) =>
        DaysBefore().Replace(text, match => day.AddDays(-int.Parse(match.Groups[2].Value, null)).ToString(match.Groups[1].Value == "day" ? "yyyy-MM-dd" : "dd.MM.yyyy", null));

    [GeneratedRegex(@"\{(day|date)-(\d{1,3})\}")]
    private static partial Regex DaysBefore();
}
