using System.Collections.Frozen;
using System.Text.Json;
using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.Lint;
using MCU.Integration.Mapping.Maps;
using MCU.Integration.Mapping.MapTests;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Content;

/// <summary>Schemas, code lists, maps and their tests that belong together. Immutable, thread-safe.</summary>
public sealed class MappingContent : IMapContent
{
    private const string SchemaEnd = ".schema.json";
    private const string CodeListEnd = ".codelist.json";
    private const string MapEnd = ".map.json";
    private const string TestsEnd = ".tests.json";

    private readonly Dictionary<string, CodeList> _codeLists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MapDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledMap> _maps = new(StringComparer.Ordinal);
    private readonly List<MapTestFile> _tests = [];
    private readonly List<ContentProblem> _problems = [];
    private SchemaSet _schemas = SchemaCompiler.Compile(FrozenDictionary<string, JsonElement>.Empty);

    private MappingContent()
    {
    }

    /// <summary>By key. Content with errors is left out here as below.</summary>
    public IReadOnlyDictionary<string, CompiledSchema> Schemas => _schemas.Schemas;

    public IReadOnlyDictionary<string, CodeList> CodeLists => _codeLists;

    public IReadOnlyDictionary<string, CompiledMap> Maps => _maps;

    public IReadOnlyList<MapTestFile> Tests => _tests;

    /// <summary>All that lint has to say, in the order of files and lines.</summary>
    public IReadOnlyList<ContentProblem> Problems => _problems;

    /// <summary>Content with errors must not go live.</summary>
    public bool HasErrors => _problems.Exists(problem => problem.Severity == ContentSeverity.Error);

    /// <summary>
    /// Reads and compiles everything that ends in <c>.schema.json</c>, <c>.codelist.json</c>, <c>.map.json</c> or <c>.tests.json</c>; other files and those below
    /// <c>$schemas</c> are passed over. Problems are collected, never thrown.
    /// </summary>
    public static MappingContent Load(IEnumerable<ContentFile> files)
    {
        var content = new MappingContent();
        var known = files.Where(file => !file.Path.Split('/').Contains("$schemas")).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        content.LoadSchemas(Ending(known, SchemaEnd));
        content.LoadCodeLists(Ending(known, CodeListEnd));
        content.LoadMaps(Ending(known, MapEnd));
        content.LoadTests(Ending(known, TestsEnd));
        content._problems.Sort((left, right) => (string.CompareOrdinal(left.File, right.File), left.Line ?? 0) switch
        {
            (0, var line) => line.CompareTo(right.Line ?? 0),
            (var file, _) => file,
        });
        return content;
    }

    public CompiledSchema? FindSchema(string key) => Schemas.GetValueOrDefault(key);

    public CodeList? FindCodeList(string key) => _codeLists.GetValueOrDefault(key);

    public MapDefinition? FindMap(string key) => _definitions.GetValueOrDefault(key);

    private static List<(ContentFile File, string Key)> Ending(List<ContentFile> files, string end) =>
        [.. files.Where(file => file.Path.EndsWith(end, StringComparison.Ordinal)).Select(file => (file, file.Path[(file.Path.LastIndexOf('/') + 1)..^end.Length]))];

    private void LoadSchemas(List<(ContentFile File, string Key)> files)
    {
        var texts = new Dictionary<string, ContentText>(StringComparer.Ordinal);
        foreach (var (file, key) in files)
        {
            var text = ContentText.Read(file.Path, file.Bytes, schema: null);
            if (!texts.TryAdd(key, text))
            {
                text.Report("", "content.duplicate_key", $"There is another schema '{key}'.");
                _problems.AddRange(text.Problems);
            }
        }

        _schemas = SchemaCompiler.Compile(texts.Where(text => text.Value.IsReadable).ToDictionary(text => text.Key, text => text.Value.Root, StringComparer.Ordinal));
        foreach (var (key, problem) in _schemas.Problems)
        {
            texts[key].Report(problem.Pointer, problem.Code, problem.Message, problem.Severity);
        }

        _problems.AddRange(texts.Values.SelectMany(text => text.Problems));
    }

    private void LoadCodeLists(List<(ContentFile File, string Key)> files)
    {
        foreach (var (file, key) in files)
        {
            var text = ContentText.Read(file.Path, file.Bytes, ContentSchemas.CodeList);
            if (CodeListReader.Read(text) is { } list && !_codeLists.TryAdd(list.Key, list))
            {
                text.Report("/key", "content.duplicate_key", $"There is another code list '{list.Key}'.");
            }

            CheckKey(text, key);
            _problems.AddRange(text.Problems);
        }
    }

    private void LoadMaps(List<(ContentFile File, string Key)> files)
    {
        var texts = new List<(ContentText Text, MapDefinition? Map)>();
        foreach (var (file, key) in files)
        {
            var text = ContentText.Read(file.Path, file.Bytes, ContentSchemas.Map);
            var map = MapReader.Read(text);
            if (map is not null && !_definitions.TryAdd(map.Key, map))
            {
                text.Report("/key", "content.duplicate_key", $"There is another map '{map.Key}'.");
                map = null;
            }

            CheckKey(text, key);
            texts.Add((text, map));
        }

        foreach (var (text, map) in texts)
        {
            if (map is not null)
            {
                var compilation = MapCompiler.Compile(map, this);
                foreach (var problem in compilation.Problems)
                {
                    text.Report(problem.Pointer, problem.Code, problem.Message, problem.Severity);
                }

                if (compilation.Map is { } compiled)
                {
                    _maps.Add(map.Key, compiled);
                }
            }

            _problems.AddRange(text.Problems);
        }
    }

    private void LoadTests(List<(ContentFile File, string Key)> files)
    {
        foreach (var (file, key) in files)
        {
            var text = ContentText.Read(file.Path, file.Bytes, ContentSchemas.MapTests);
            if (MapTestReader.Read(text) is { } tests)
            {
                if (tests.Map != key)
                {
                    text.Report("/map", "content.file_name", $"The tests of '{tests.Map}' belong into the file {tests.Map}{TestsEnd}.");
                }
                else if (!_definitions.ContainsKey(tests.Map))
                {
                    text.Report("/map", "maptests.map_unknown", $"There is no map '{tests.Map}' without errors.");
                }

                _tests.Add(tests);
            }

            _problems.AddRange(text.Problems);
        }

        foreach (var map in _definitions.Keys.Where(key => !_tests.Exists(tests => tests.Map == key)).Order(StringComparer.Ordinal))
        {
            _problems.Add(new(null, null, "", "maptests.none", $"The map '{map}' has no tests.", ContentSeverity.Warning));
        }
    }

    private static void CheckKey(ContentText text, string key)
    {
        if (text.IsReadable && text.Root.GetProperty("key").GetString() != key)
        {
            text.Report("/key", "content.file_name", $"The key must be that of the file's name, '{key}'.");
        }
    }
}
