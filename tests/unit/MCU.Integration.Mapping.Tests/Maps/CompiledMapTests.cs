using System.Text;
using System.Text.Json;
using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.Maps;

namespace MCU.Integration.Mapping.Tests.Maps;

public sealed class CompiledMapTests
{
    private const string Statuses =
        """
        { "key": "statuses", "title": "т", "version": 1, "left": { "name": "l" }, "right": { "name": "r" },
          "toLeft": { "missing": "keep" },
          "entries": [ { "left": "NEW", "right": "received" }, { "left": "7", "right": "answered" }, { "left": "DRAFT", "right": null } ] }
        """;

    [Theory]
    [InlineData("""[{"to":"/a/b","from":"x.y[0]"}]""", """{"x":{"y":[1.10]}}""", """{"a":{"b":1.10}}""")]
    [InlineData("""[{"to":"/a","from":"x"}]""", """{"x":{"at":"2026-11-23T08:14:05+03:00","n":41.9700000000000000001}}""", """{"a":{"at":"2026-11-23T08:14:05+03:00","n":41.9700000000000000001}}""")]
    [InlineData("""[{"to":"/a","from":"nothing"},{"to":"/b","from":"x"}]""", """{"x":null}""", "{}")]
    [InlineData("""[{"to":"/a","value":{"deep":[1]}}]""", "{}", """{"a":{"deep":[1]}}""")]
    [InlineData("""[{"to":"/a","from":"x","default":"d"},{"to":"/b","from":"x","empty":"null"}]""", "{}", """{"a":"d","b":null}""")]
    [InlineData("""[{"to":"/a","from":"x","trim":true,"default":"d"}]""", """{"x":"  "}""", """{"a":"d"}""")]
    [InlineData("""[{"to":"/a","from":"x","trim":true}]""", """{"x":" т\n"}""", """{"a":"т"}""")]
    [InlineData("""[{"to":"/a","from":"x","maxLength":3}]""", """{"x":"абвг"}""", """{"a":"аб…"}""")]
    [InlineData("""[{"to":"/a","from":"x","maxLength":3}]""", """{"x":"абв"}""", """{"a":"абв"}""")]
    [InlineData("""[{"to":"/list/-","from":"x"},{"to":"/list/-","from":"y"},{"to":"/list/-","from":"z"}]""", """{"x":1,"z":3}""", """{"list":[1,3]}""")]
    [InlineData("""[{"to":"/refs","from":"[{system: 'pos', id: x}]"}]""", """{"x":"7"}""", """{"refs":[{"system":"pos","id":"7"}]}""")]
    public void Apply_Sources_GiveTheirValues(string rules, string source, string expected) => Document(new TestContent().Apply(rules, source)).ShouldBe(expected);

    [Fact]
    public void Apply_SeveralRulesForOneTarget_FirstValueWins()
    {
        const string Rules =
            """
            [ { "to": "/a", "value": "one", "when": "x == `1`" },
              { "to": "/a", "from": "y" },
              { "to": "/a", "value": "else" } ]
            """;

        Document(new TestContent().Apply(Rules, """{"x":1,"y":"two"}""")).ShouldBe("""{"a":"one"}""");
        Document(new TestContent().Apply(Rules, """{"y":"two"}""")).ShouldBe("""{"a":"two"}""");
        Document(new TestContent().Apply(Rules, "{}")).ShouldBe("""{"a":"else"}""");
    }

    [Fact]
    public void Apply_NestedRules_SeeTheirObject()
    {
        const string Rules = """[{"to":"/place","from":"x","rules":[{"to":"/street","from":"s"},{"to":"/of","from":"$.id"}]}]""";

        Document(new TestContent().Apply(Rules, """{"id":7,"x":{"s":"Мира"}}""")).ShouldBe("""{"place":{"street":"Мира","of":7}}""");
        Document(new TestContent().Apply("""[{"to":"/place","from":"x","rules":[{"to":"/street","from":"s"}]}]""", """{"x":{}}""")).ShouldBe("{}");
    }

    [Fact]
    public void Apply_Each_TranslatesEveryItem()
    {
        const string Rules = """[{"to":"/files","each":"x[?ok]","rules":[{"to":"/n","from":"name"},{"to":"/i","from":"$index"},{"to":"/of","from":"$.id"}]}]""";

        Document(new TestContent().Apply(Rules, """{"id":1,"x":[{"ok":true,"name":"a"},{"ok":false},{"ok":true,"name":"b"}]}"""))
            .ShouldBe("""{"files":[{"n":"a","i":0,"of":1},{"n":"b","i":1,"of":1}]}""");
        Document(new TestContent().Apply(Rules, """{"x":[]}""")).ShouldBe("""{"files":[]}""");
        Document(new TestContent().Apply(Rules, "{}")).ShouldBe("{}");
    }

    [Fact]
    public void Apply_EachOfCodes_LooksEveryOneUp() =>
        Document(new TestContent().CodeList(Statuses).Apply("""[{"to":"/a","each":"x","codeList":{"key":"statuses","direction":"toRight"}}]""", """{"x":["NEW",7,"DRAFT"]}"""))
            .ShouldBe("""{"a":["received","answered"]}""");

    [Fact]
    public void Apply_UsedMap_SeesItsObjectAsTheWholeDocument()
    {
        var content = new TestContent().Map("inner", """[{"to":"/id","from":"$.id"},{"to":"/n","from":"name"}]""");

        Document(content.Apply("""[{"to":"/one","from":"x[0]","map":"inner"},{"to":"/all","each":"x","map":"inner"}]""", """{"id":0,"x":[{"id":1,"name":"a"},{"id":2}]}"""))
            .ShouldBe("""{"one":{"id":1,"n":"a"},"all":[{"id":1,"n":"a"},{"id":2}]}""");
    }

    [Theory]
    [InlineData("toRight", "NEW", null, """{"a":"received"}""")]
    [InlineData("toRight", "DRAFT", null, "{}")]
    [InlineData("toLeft", "unheard", null, """{"a":"unheard"}""")]
    [InlineData("toRight", "unheard", "\"missing\":\"keep\"", """{"a":"unheard"}""")]
    [InlineData("toRight", "unheard", "\"missing\":\"default\",\"default\":\"received\"", """{"a":"received"}""")]
    public void Apply_CodeList_FollowsEntryThenPolicy(string direction, string code, string? policy, string expected) =>
        Document(new TestContent().CodeList(Statuses).Apply(
            $$"""[{"to":"/a","from":"x","codeList":{"key":"statuses",{{(policy is null ? "" : policy + ",")}} "direction":"{{direction}}" } }]""", $$"""{"x":"{{code}}"}"""))
            .ShouldBe(expected);

    [Fact]
    public void Apply_CodeUsed_IsToldOfEveryLookup()
    {
        var used = new List<CodeUse>();
        var context = new MapContext(Sample.Now, Sample.Moscow) { CodeUsed = used.Add };

        new TestContent().CodeList(Statuses).Apply("""[{"to":"/a","each":"x","codeList":{"key":"statuses","direction":"toRight","missing":"keep"}}]""", """{"x":["NEW","LOST"]}""", context);

        used.ShouldBe([new("statuses", CodeDirection.ToRight, "NEW", true), new("statuses", CodeDirection.ToRight, "LOST", false)]);
    }

    [Theory]
    [InlineData("""[{"to":"/a/b","from":"x","codeList":{"key":"statuses","direction":"toRight"}}]""", """{"x":"LOST"}""", "/a/b", "/rules/0", "map.code_missing")]
    [InlineData("""[{"to":"/a","from":"x","codeList":{"key":"statuses","direction":"toRight"}}]""", """{"x":{}}""", "/a", "/rules/0", "map.code_type")]
    [InlineData("""[{"to":"/a","from":"x","as":"integer","default":0}]""", """{"x":"семь"}""", "/a", "/rules/0", "map.conversion")]
    [InlineData("""[{"to":"/a","from":"x","empty":"error"}]""", "{}", "/a", "/rules/0", "map.empty")]
    [InlineData("""[{"to":"/a","from":"x","rules":[{"to":"/b","from":"y"}]}]""", """{"x":[1]}""", "/a", "/rules/0", "map.not_an_object")]
    [InlineData("""[{"to":"/a","each":"x","rules":[{"to":"/b","from":"y"}]}]""", """{"x":{}}""", "/a", "/rules/0", "map.not_an_array")]
    [InlineData("""[{"to":"/a","each":"x","rules":[{"to":"/b","value":1},{"to":"/c/d","from":"y","as":"date"}]}]""", """{"x":[{},{"y":"вчера"}]}""", "/a/1/c/d", "/rules/0/rules/1", "map.conversion")]
    [InlineData("""[{"to":"/a","each":"x","as":"integer"}]""", """{"x":[1,"b"]}""", "/a/1", "/rules/0", "map.conversion")]
    [InlineData("""[{"to":"/a","from":"length(x)"}]""", """{"x":1}""", "/a", "/rules/0", "map.invalid_type")]
    [InlineData("""[{"to":"/a","value":1},{"to":"/a/b","value":2}]""", "{}", "/a/b", "/rules/1", "map.target")]
    [InlineData("""[{"to":"/a","from":"x","map":"inner"}]""", """{"x":{}}""", "/a/n", "inner#/rules/0", "map.empty")]
    [InlineData("""[{"to":"/a","liquid":"{% for i in (1..2000000000) %}x{% endfor %}"}]""", "{}", "/a", "/rules/0", "map.liquid")]
    [InlineData("""[{"to":"/a","liquid":"{{ 'x' | nope }}{% for a in item.x %}{% for b in item.x %}{% for c in item.x %}{% for d in item.x %}{{ item.t }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}"}]""", """{"x":[1,2,3,4,5,6,7,8,9],"t":"0123456789012345678901234567890123456789"}""", "/a", "/rules/0", "map.liquid")]
    [InlineData("""[{"to":"/a","javascript":"for (;;) {}"}]""", "{}", "/a", "/rules/0", "map.javascript")]
    [InlineData("""[{"to":"/a","javascript":"const f = n => f(n + 1); return f(0)"}]""", "{}", "/a", "/rules/0", "map.javascript")]
    [InlineData("""[{"to":"/a","javascript":"let s = 'x'; while (true) s += s"}]""", "{}", "/a", "/rules/0", "map.javascript")]
    [InlineData("""[{"to":"/a","javascript":"return eval('1')"}]""", "{}", "/a", "/rules/0", "map.javascript")]
    [InlineData("""[{"to":"/a","javascript":"return item.x.y"}]""", "{}", "/a", "/rules/0", "map.javascript")]
    public void Apply_Problem_FailsTheWholeMapAndSaysWhere(string rules, string source, string pointer, string rule, string code)
    {
        var content = new TestContent().CodeList(Statuses).Map("inner", """[{"to":"/n","from":"name","empty":"error"}]""");
        var result = content.Apply($"""[{rules[1..^1]},{"{"}"to":"/other","value":1{"}"}]""", source);

        result.Succeeded.ShouldBeFalse();
        result.Document.ValueKind.ShouldBe(JsonValueKind.Undefined);
        result.Utf8.Length.ShouldBe(0);
        var problem = result.Problems.ShouldHaveSingleItem();
        (problem.Pointer, problem.Rule, problem.Code).ShouldBe((pointer, rule, code));
    }

    [Theory]
    [InlineData("LOST_1", true)]
    [InlineData("Примеров", false)]
    [InlineData("79000000000", false)]
    [InlineData("a b", false)]
    public void Apply_UnknownCode_IsQuotedOnlyWhenItLooksLikeOne(string code, bool quoted) =>
        new TestContent().CodeList(Statuses).Apply("""[{"to":"/a","from":"x","codeList":{"key":"statuses","direction":"toRight"}}]""", $$"""{"x":"{{code}}"}""")
            .Problems.ShouldHaveSingleItem().Message.Contains(code).ShouldBe(quoted);

    [Fact]
    public void Apply_SeveralProblems_CollectsAll() =>
        new TestContent().Apply("""[{"to":"/a","from":"x","as":"integer"},{"to":"/b","from":"y","empty":"error"},{"to":"/c","value":1}]""", """{"x":"семь"}""")
            .Problems.Select(problem => problem.Pointer).ShouldBe(["/a", "/b"]);

    [Theory]
    [InlineData("{{ item.name | upcase }}, {{ root.n }}, {{ context.key }}", "ЯМА, 5, k")]
    [InlineData("{{ item.at | date: 'dd.MM.yyyy HH:mm' }}", "24.11.2026 01:30")]
    [InlineData("{{ item.at | date: 'd MMMM yyyy, dddd' }}", "24 ноября 2026, вторник")]
    [InlineData("{{ context.now | date: 'HH:mm' }}", "12:00")]
    [InlineData("{% for f in item.files %}{{ forloop.index }}.{{ f.n }} {% endfor %}{{ item.files.size }}", "1.a 2.b 2")]
    [InlineData("{% if item.nothing %}да{% else %}нет{% endif %}{{ item.nothing.deeper }}", "нет")]
    [InlineData("{% assign kept = item.name %}{{ kept }}", "яма")]
    [InlineData("{{ kept }}{{ item.flag }}", "true")]
    public void Apply_Liquid_SeesItemRootAndContext(string liquid, string expected)
    {
        var result = new TestContent().Apply(
            JsonSerializer.Serialize(new[] { new { to = "/a", liquid } }),
            """{"name":"яма","n":5,"at":"2026-11-23T22:30:00Z","files":[{"n":"a"},{"n":"b"}],"flag":true}""",
            Sample.Context("""{"key":"k","now":"not this one"}"""));

        result.Problems.ShouldBeEmpty();
        result.Document.GetProperty("a").GetString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("return { n: item.n * 2, of: root.n, key: context.key, i: index }", """{"n":10,"of":5,"key":"k"}""")]
    [InlineData("return undefined", null)]
    [InlineData("return typeof Date + typeof Math.random + typeof System + typeof require", "\"undefinedundefinedundefinedundefined\"")]
    [InlineData("return now", "\"2026-11-23T09:00:00.000Z\"")]
    [InlineData("return item.name.toUpperCase() // end", "\"ЯМА\"")]
    public void Apply_JavaScript_ReturnsAValue(string javascript, string? expected)
    {
        var result = new TestContent().Apply(JsonSerializer.Serialize(new[] { new { to = "/a", javascript } }), """{"n":5,"name":"яма"}""", Sample.Context("""{"key":"k"}"""));

        result.Problems.ShouldBeEmpty();
        (result.Document.TryGetProperty("a", out var value) ? value.GetRawText() : null).ShouldBe(expected);
    }

    [Fact]
    public async Task Apply_FromManyThreads_GivesTheSameDocument()
    {
        var map = Sample.Content.Maps["test.message"];
        var expected = Document(map.Apply(Sample.Document, Sample.Context()));

        await Parallel.ForAsync(0, 400, TestContext.Current.CancellationToken, (_, _) =>
        {
            Document(map.Apply(Sample.Document, Sample.Context())).ShouldBe(expected);
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Apply_SourceDisposedAfterwards_ResultStays()
    {
        MapResult result;
        using (var document = JsonDocument.Parse("""{"x":{"y":"текст"}}"""))
        {
            var compilation = new TestContent().Compile("""[{"to":"/a","from":"x"}]""");
            result = compilation.Map!.Apply(document.RootElement, Sample.Context());
        }

        result.Document.GetProperty("a").GetProperty("y").GetString().ShouldBe("текст");
    }

    private static string Document(MapResult result)
    {
        result.Problems.ShouldBeEmpty();
        return Encoding.UTF8.GetString(result.Utf8.Span);
    }
}
