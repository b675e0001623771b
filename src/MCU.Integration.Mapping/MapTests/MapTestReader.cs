using System.Text.Json;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.MapTests;

/// <summary>Reads the text of map tests (<c>mappings/$schemas/map-tests.schema.json</c>).</summary>
internal static class MapTestReader
{
    public static MapTestFile? Read(ContentText content)
    {
        if (!content.IsReadable)
        {
            return null;
        }

        var tests = content.Root.GetProperty("tests").EnumerateArray().Select((test, i) => Test(content, test, $"/tests/{i}")).ToList();
        foreach (var repeated in tests.GroupBy(test => test.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            content.Report($"/tests/{tests.IndexOf(repeated.Last())}/name", "maptests.duplicate_name", $"Another test has the name '{repeated.Key}' as well.", ContentSeverity.Warning);
        }

        return content.HasErrors ? null : new(content.Root.GetProperty("map").GetString()!, content.File, tests);
    }

    private static MapTest Test(ContentText content, JsonElement test, string place) => new(test.GetProperty("name").GetString()!, content.LineOf(place))
    {
        Input = Any(test, "input"),
        InputFile = Text(test, "inputFile"),
        Context = Any(test, "context"),
        Expected = Any(test, "expected"),
        ExpectedFile = Text(test, "expectedFile"),
        Contains = test.TryGetProperty("contains", out var contains)
            ? [.. contains.EnumerateObject().Select(entry => (Pointer(content, entry.Name, $"{place}/contains/{JsonPointer.Escape(entry.Name)}"), entry.Value))]
            : [],
        Absent = Pointers(content, test, "absent", place),
        Ignore = Pointers(content, test, "ignore", place),
        Problems = test.TryGetProperty("problems", out var problems)
            ? [.. problems.EnumerateArray().Select(problem => (Text(problem, "pointer"), Text(problem, "code")!))]
            : [],
        Validate = !test.TryGetProperty("validate", out var validate) || validate.GetBoolean(),
    };

    private static List<JsonPointer> Pointers(ContentText content, JsonElement test, string name, string place) =>
        test.TryGetProperty(name, out var list)
            ? [.. list.EnumerateArray().Select((item, i) => Pointer(content, item.GetString()!, $"{place}/{name}/{i}"))]
            : [];

    private static JsonPointer Pointer(ContentText content, string text, string place)
    {
        if (JsonPointer.TryParse(text, out var pointer))
        {
            return pointer;
        }

        content.Report(place, "maptests.pointer", "Not a JSON pointer: '~' stands only before 0 or 1.");
        return JsonPointer.Root;
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement? Any(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value : null;
}
