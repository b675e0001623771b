using System.Text;
using System.Text.Json;
using MCU.Integration.Mocks.Casting;
using MCU.Integration.TestSupport;

namespace MCU.Integration.FunctionalTests.City;

/// <summary>The committed submissions of <c>mocks/city</c>: what comes in as tables, and what must come of all of it.</summary>
internal sealed class SampleCity
{
    private static readonly string[] Systems = ["pos", "incident", "reception", "regional-cur"];

    private readonly List<(string System, string Name, JsonElement Root)> _scenes = [];

    /// <param name="day">The day on which the mocks began: dates of the files count back from it.</param>
    public SampleCity(DateOnly day)
    {
        foreach (var system in Systems)
        {
            _scenes.AddRange(CastFolder.Pick(Path.Combine(Folder, system), Every)
                .Select(path => (system, $"{system}/{Path.GetFileNameWithoutExtension(path)}", JsonElement.Parse(CastFolder.Dated(File.ReadAllText(path), day)))));
        }
    }

    /// <summary>All of it plays in the soak; a run of the tests plays every seventh submission: 7 divides no number of scenes, so each scene plays.</summary>
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("HUB_SAMPLE_CITY") == "whole";

    public static int Every => IsWhole ? 1 : 7;

    public static string Folder { get; } = Path.Combine(TestContent.Root, "mocks", "city");

    public int Submissions => _scenes.Count;

    /// <summary>Every expected case with the scene that it belongs to.</summary>
    public IReadOnlyList<(string Scene, JsonElement Case)> Cases =>
        [.. _scenes.SelectMany(scene => scene.Root.GetProperty("expected").GetProperty("cases").EnumerateArray().Select(expected => (scene.Name, expected)))];

    /// <summary>Final status at the source, by system and id; scenes that end nowhere are left out.</summary>
    public IReadOnlyDictionary<(string System, string Id), string> Finals => _scenes
        .Where(scene => scene.Root.GetProperty("expected").GetProperty("final").ValueKind == JsonValueKind.String)
        .ToDictionary(
            scene => (scene.System, scene.System == "pos" ? scene.Root.GetProperty("message").GetProperty("message_id").GetString()! : scene.Root.GetProperty("id").GetString()!),
            scene => scene.Root.GetProperty("expected").GetProperty("final").GetString()!);

    public byte[] Csv()
    {
        var (headings, rows) = Table("csv");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(headings).Select(row => string.Join(';', row.Select(Quoted)))) + "\r\n")];
    }

    public byte[] Xlsx()
    {
        var (headings, rows) = Table("xlsx");
        return Workbook.Of([.. rows.Prepend(headings).Select(row => string.Concat(row.Select(cell => Workbook.Text(Escaped(cell)))))]);
    }

    private (string[] Headings, IReadOnlyList<string[]> Rows) Table(string kind)
    {
        var rows = _scenes.Where(scene => scene.Root.TryGetProperty("table", out var table) && table.GetString() == kind).Select(scene => scene.Root.GetProperty("row")).ToList();
        string[] headings = [.. rows[0].EnumerateObject().Select(cell => cell.Name)];
        return (headings, [.. rows.Select(row => row.EnumerateObject().Select(cell => cell.Value.GetString() ?? "").ToArray())]);
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // The workbook is XML: a tab or a line break inside a cell stays what it is.
    private static string Escaped(string cell) => System.Security.SecurityElement.Escape(cell)!;
}
