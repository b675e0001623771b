using System.Text;
using MCU.Integration.Mapping.Lint;
using MCU.Integration.Mapping.Maps;

namespace MCU.Integration.Mapping.Tests.Maps;

public sealed class MapCompilerTests
{
    private const string Source =
        """
        { "properties": { "id": { "type": "string" }, "open": {}, "place": { "properties": { "street": { "type": "string" } }, "additionalProperties": false },
          "files": { "items": { "properties": { "name": { "type": "string" }, "tags": { "items": { "type": "string" } } } } } }, "additionalProperties": false }
        """;

    private const string Target =
        """
        { "required": ["id"], "additionalProperties": false,
          "properties": { "id": { "type": "string" }, "kind": { "enum": ["a", "b"] }, "count": { "type": "integer" },
            "place": { "required": ["street"], "properties": { "street": { "type": "string" }, "house": { "type": "string" } } },
            "files": { "items": { "required": ["name"], "properties": { "name": { "type": "string" } }, "additionalProperties": false } } } }
        """;

    [Theory]
    [InlineData("""{"to":"/kind","from":"id["}""", "/rules/1/from", "map.expression")]
    [InlineData("""{"to":"/kind","value":"a","when":"id =="}""", "/rules/1/when", "map.expression")]
    [InlineData("""{"to":"/kind","liquid":"{% if %}"}""", "/rules/1/liquid", "map.liquid")]
    [InlineData("""{"to":"/kind","javascript":"return ("}""", "/rules/1/javascript", "map.javascript")]
    [InlineData("""{"to":"/kind","javascript":"}); (function () {"}""", "/rules/1/javascript", "map.javascript")]
    [InlineData("""{"to":"/kind","from":"id","codeList":{"key":"nowhere","direction":"toLeft"}}""", "/rules/1/codeList/key", "map.codelist_unknown")]
    [InlineData("""{"to":"/place","from":"place","map":"nowhere"}""", "/rules/1/map", "map.map_unknown")]
    [InlineData("""{"to":"/place","from":"place","map":"loop"}""", "/rules/1/map", "map.map_cycle")]
    [InlineData("""{"to":"/knid","value":"a"}""", "/rules/1/to", "map.target_unknown")]
    [InlineData("""{"to":"/files","each":"files","rules":[{"to":"/name","from":"name"},{"to":"/size","value":1}]}""", "/rules/1/rules/1/to", "map.target_unknown")]
    [InlineData("""{"to":"/place/house","value":"1"}""", "/rules", "map.required_target")]
    [InlineData("""{"to":"/files","each":"files","rules":[{"to":"/name/x","from":"name"}]}""", "/rules/1/rules/0/to", "map.target_unknown", ContentSeverity.Warning)]
    [InlineData("""{"to":"/kind","value":"c"}""", "/rules/1/value", "map.constant")]
    [InlineData("""{"to":"/count","from":"open","default":"0"}""", "/rules/1/default", "map.constant")]
    [InlineData("""{"to":"/kind","from":"idd"}""", "/rules/1/from", "map.source_unknown")]
    [InlineData("""{"to":"/kind","value":"a","when":"place.steet"}""", "/rules/1/when", "map.source_unknown")]
    [InlineData("""{"to":"/files","each":"files[?nme]","rules":[{"to":"/name","from":"name"}]}""", "/rules/1/each", "map.source_unknown", ContentSeverity.Warning)]
    [InlineData("""{"to":"/kind","liquid":"{{ item.place.steet | upcase }}"}""", "/rules/1", "map.source_unknown")]
    [InlineData("""{"to":"/kind","javascript":"return root.place.steet"}""", "/rules/1", "map.source_unknown")]
    public void Compile_BadRule_ReportsIt(string rule, string pointer, string code, ContentSeverity severity = ContentSeverity.Error)
    {
        var content = new TestContent().Schema("source", Source).Schema("target", Target).Map("loop", """[{"to":"/x","from":"@","map":"loop"}]""");

        var compilation = content.Compile($$"""[{"to":"/id","from":"id"},{{rule}}]""");

        var problem = compilation.Problems.ShouldHaveSingleItem();
        (problem.Pointer, problem.Code, problem.Severity).ShouldBe((pointer, code, severity));
        (compilation.Map is null).ShouldBe(severity == ContentSeverity.Error);
    }

    [Theory]
    [InlineData("""{"to":"/kind","from":"files[*].name | [0]"}""")]
    [InlineData("""{"to":"/kind","from":"files[].tags[] | [0]"}""")]
    [InlineData("""{"to":"/kind","from":"files[?contains(tags, 'x')].name | join(',', @)"}""")]
    [InlineData("""{"to":"/kind","from":"open.anything.below[*].x"}""")]
    [InlineData("""{"to":"/kind","liquid":"{% for f in item.files %}{{ f.name }}{% endfor %} item.nothing {{ item.files.size }}"}""")]
    [InlineData("""{"to":"/kind","javascript":"return item.id.trim() + root.files.map(f => f.name)[0]"}""")]
    [InlineData("""{"to":"/files","each":"files[1:]","rules":[{"to":"/name","from":"tags[0]"}]}""")]
    [InlineData("""{"to":"/place","from":"place","rules":[{"to":"/street","from":"street","default":"-"}]}""")]
    public void Compile_GoodRule_ReportsNothing(string rule) =>
        new TestContent().Schema("source", Source).Schema("target", Target).Compile($$"""[{"to":"/id","from":"id"},{{rule}}]""").Problems.ShouldBeEmpty();

    [Fact]
    public void Compile_UsedMapWithErrors_TellsThemAtTheRuleThatUsesIt()
    {
        var content = new TestContent().Map("inner", """[{"to":"/x","from":"("}]""");

        var problem = content.Compile("""[{"to":"/a","from":"x","map":"inner"}]""").Problems.ShouldHaveSingleItem();

        problem.Pointer.ShouldBe("/rules/0/map");
        problem.Message.ShouldBe("In the map 'inner', /rules/0/from: The expression ends too early at character 2.");
    }

    [Fact]
    public void Compile_UnknownSchemas_AreReported()
    {
        var definition = MapReader.Read("""{"key":"m","title":"т","version":1,"source":"a","target":"b","rules":[{"to":"/x","value":1}]}"""u8.ToArray()).Map!;

        MapCompiler.Compile(definition, new TestContent()).Problems.Select(problem => (problem.Pointer, problem.Code))
            .ShouldBe([("/source", "map.schema_unknown"), ("/target", "map.schema_unknown")]);
    }

    [Theory]
    [InlineData("""{"to":"/a"}""", "/rules/0")]
    [InlineData("""{"to":"/a","from":"x","value":1}""", "/rules/0")]
    [InlineData("""{"to":"a","from":"x"}""", "/rules/0/to")]
    [InlineData("""{"to":"/a~","from":"x"}""", "/rules/0/to")]
    [InlineData("""{"to":"/a","value":1,"default":2}""", "/rules/0")]
    [InlineData("""{"to":"/a","from":"x","format":"d"}""", "/rules/0/as")]
    [InlineData("""{"to":"/a","from":"x","rules":[{"to":"/b","from":"y"}],"as":"date"}""", "/rules/0")]
    [InlineData("""{"to":"/a","from":"x","codeList":{"key":"k","direction":"toRight","missing":"default"}}""", "/rules/0/codeList/default")]
    [InlineData("""{"to":"/a","from":"x","codeList":{"key":"k","direction":"toRight","default":"d"}}""", "/rules/0/codeList")]
    [InlineData("""{"to":"/a","from":"x","typo":1}""", "/rules/0/typo")]
    public void Read_RuleOfWrongForm_IsRefused(string rule, string pointer)
    {
        var (map, problems) = MapReader.Read(Encoding.UTF8.GetBytes($$"""{"key":"m","title":"т","version":1,"source":"a","target":"b","rules":[{{rule}}]}"""));

        map.ShouldBeNull();
        problems.ShouldContain(problem => problem.Pointer == pointer);
    }
}
