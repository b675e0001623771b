using System.Text.Json;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Maps;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.MapTests;

/// <summary>Runs the tests beside the maps.</summary>
public sealed class MapTestRunner
{
    /// <summary><c>$context.now</c> of a test that does not say its own.</summary>
    public static readonly DateTimeOffset DefaultNow = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private const string DefaultZone = "Europe/Moscow";

    private readonly MappingContent _content;
    private readonly Func<string, ReadOnlyMemory<byte>?> _readFile;
    private readonly HashSet<(string Map, CodeUse Use)> _codesSeen = [];

    private MapTestRunner(MappingContent content, Func<string, ReadOnlyMemory<byte>?> readFile)
    {
        _content = content;
        _readFile = readFile;
    }

    /// <param name="readFile">Reads a file by its path below the content root (<c>inputFile</c>, <c>expectedFile</c>); null when there is none.</param>
    /// <param name="map">Only this map; null = all.</param>
    public static MapTestReport Run(MappingContent content, Func<string, ReadOnlyMemory<byte>?> readFile, string? map = null)
    {
        var runner = new MapTestRunner(content, readFile);
        var files = content.Tests.Where(tests => map is null || tests.Map == map).ToList();
        var results = files.SelectMany(file => file.Tests.Select(test => runner.Run(file, test))).ToList();
        var coverage = content.Maps.Values
            .Where(compiled => map is null || compiled.Key == map)
            .OrderBy(compiled => compiled.Key, StringComparer.Ordinal)
            .Select(compiled => MapCoverageReport.Of(
                compiled.Definition,
                content,
                files.Where(file => file.Map == compiled.Key).Sum(file => file.Tests.Count),
                [.. runner._codesSeen.Where(seen => seen.Map == compiled.Key).Select(seen => seen.Use)]));
        return new(results, [.. coverage]);
    }

    private MapTestResult Run(MapTestFile file, MapTest test)
    {
        var differences = new List<MapTestDifference>();
        if (_content.Maps.TryGetValue(file.Map, out var map))
        {
            Run(map, file, test, differences);
        }
        else
        {
            differences.Add(new("", $"the map '{file.Map}' has errors; see lint"));
        }

        return new(file.Map, test.Name, file.Path, test.Line, differences);
    }

    private void Run(CompiledMap map, MapTestFile file, MapTest test, List<MapTestDifference> differences)
    {
        if (Document(file, test.Input, test.InputFile, differences) is not { } input)
        {
            return;
        }

        if (test.Validate)
        {
            differences.AddRange(Invalid(map.Definition.Source, "input", input));
        }

        var result = map.Apply(input, Context(map.Key, test));
        if (test.Problems.Count > 0 || !result.Succeeded)
        {
            Problems(test, result, differences);
            return;
        }

        if (test.Validate)
        {
            differences.AddRange(Invalid(map.Definition.Target, "result", result.Document));
        }

        Compare(file, test, result.Document, differences);
    }

    private void Compare(MapTestFile file, MapTest test, JsonElement actual, List<MapTestDifference> differences)
    {
        if ((test.Expected is not null || test.ExpectedFile is not null) && Document(file, test.Expected, test.ExpectedFile, differences) is { } expected)
        {
            JsonDifferences.Collect(expected, actual, JsonPointer.Root, test.Ignore, differences);
        }

        foreach (var (pointer, wanted) in test.Contains)
        {
            if (pointer.Evaluate(actual) is { } value)
            {
                JsonDifferences.Collect(wanted, value, pointer, test.Ignore, differences);
            }
            else
            {
                differences.Add(new(pointer.Text, $"expected {JsonDifferences.Show(wanted)}, got nothing"));
            }
        }

        foreach (var pointer in test.Absent)
        {
            if (pointer.Evaluate(actual) is { } value)
            {
                differences.Add(new(pointer.Text, $"expected nothing, got {JsonDifferences.Show(value)}"));
            }
        }
    }

    private static void Problems(MapTest test, MapResult result, List<MapTestDifference> differences)
    {
        var open = result.Problems.ToList();
        foreach (var (pointer, code) in test.Problems)
        {
            var at = open.FindIndex(problem => problem.Code == code && (pointer is null || problem.Pointer == pointer));
            if (at < 0)
            {
                differences.Add(new(pointer ?? "", $"expected the problem {code}, which did not occur"));
            }
            else
            {
                open.RemoveAt(at);
            }
        }

        differences.AddRange(open.Select(problem => new MapTestDifference(problem.Pointer, $"unexpected problem {problem.Code} in rule {problem.Rule}: {problem.Message}")));
    }

    private IEnumerable<MapTestDifference> Invalid(string schema, string what, JsonElement document) =>
        (_content.FindSchema(schema)?.Validate(document) ?? [])
        .Select(problem => new MapTestDifference(problem.Pointer, $"the {what} does not fit the schema '{schema}': {problem.Code}, {problem.Message}"));

    private MapContext Context(string map, MapTest test)
    {
        var values = test.Context ?? default;
        var now = values.ValueKind == JsonValueKind.Object && values.TryGetProperty("now", out var at) && at.TryGetDateTimeOffset(out var instant) ? instant : DefaultNow;
        var zone = values.ValueKind == JsonValueKind.Object && values.TryGetProperty("zone", out var id) ? id.GetString()! : DefaultZone;
        return new(now, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc, values)
        {
            CodeUsed = use => _codesSeen.Add((map, use)),
        };
    }

    private JsonElement? Document(MapTestFile file, JsonElement? written, string? name, List<MapTestDifference> differences)
    {
        if (written is { } document)
        {
            return document;
        }

        var path = Resolve(file.Path ?? "", name!);
        if (_readFile(path) is not { } bytes)
        {
            differences.Add(new("", $"there is no file {path}"));
            return null;
        }

        using var parsed = StrictJson.Parse(bytes);
        if (parsed.Succeeded)
        {
            return parsed.Document.RootElement.Clone();
        }

        differences.Add(new("", $"{path}:{parsed.Problems[0].Line} {parsed.Problems[0].Code}: {parsed.Problems[0].Message}"));
        return null;
    }

    private static string Resolve(string testFile, string relative)
    {
        var steps = testFile.Split('/')[..^1].ToList();
        foreach (var step in relative.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or "" or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
