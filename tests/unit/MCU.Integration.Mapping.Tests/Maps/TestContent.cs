using System.Text;
using System.Text.Json;
using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.Maps;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Tests.Maps;

/// <summary>Content for one test: schemas that allow everything unless given, code lists and maps written in place.</summary>
internal sealed class TestContent : IMapContent
{
    private readonly Dictionary<string, CompiledSchema> _schemas = new()
    {
        ["source"] = SchemaCompiler.Compile("source", JsonElement.Parse("true")),
        ["target"] = SchemaCompiler.Compile("target", JsonElement.Parse("true")),
    };

    private readonly Dictionary<string, CodeList> _codeLists = [];
    private readonly Dictionary<string, MapDefinition> _maps = [];

    public TestContent Schema(string key, string schema)
    {
        _schemas[key] = SchemaCompiler.Compile(key, JsonElement.Parse(schema));
        return this;
    }

    public TestContent CodeList(string text)
    {
        var (list, problems) = CodeListReader.Read(Encoding.UTF8.GetBytes(text));
        problems.ShouldBeEmpty();
        _codeLists[list!.Key] = list;
        return this;
    }

    public TestContent Map(string key, string rules)
    {
        _maps[key] = Define(key, rules);
        return this;
    }

    public MapCompilation Compile(string rules) => MapCompiler.Compile(Define("test", rules), this);

    /// <summary>Compiles rules that must have no errors, and applies them.</summary>
    public MapResult Apply(string rules, string source, MapContext? context = null)
    {
        var compilation = Compile(rules);
        compilation.Map.ShouldNotBeNull(string.Join('\n', compilation.Problems));
        return compilation.Map.Apply(JsonElement.Parse(source), context ?? Sample.Context());
    }

    public CompiledSchema? FindSchema(string key) => _schemas.GetValueOrDefault(key);

    public CodeList? FindCodeList(string key) => _codeLists.GetValueOrDefault(key);

    public MapDefinition? FindMap(string key) => _maps.GetValueOrDefault(key);

    private static MapDefinition Define(string key, string rules)
    {
        var text = $$"""{ "key": "{{key}}", "title": "т", "version": 1, "source": "source", "target": "target", "zone": "Europe/Moscow", "rules": {{rules}} }""";
        var (map, problems) = MapReader.Read(Encoding.UTF8.GetBytes(text));
        problems.ShouldBeEmpty();
        return map!;
    }
}
