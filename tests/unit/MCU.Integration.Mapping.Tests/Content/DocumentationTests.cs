using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.Maps;
using MCU.Integration.Mapping.MapTests;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Tests.Content;

/// <summary>The examples of docs/mapping are true.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Schemas_Example_Compiles()
    {
        var set = SchemaCompiler.Compile(new Dictionary<string, JsonElement>
        {
            ["pos.message"] = JsonElement.Parse(Example("schemas.md", 0).Span),
            ["hub.person"] = JsonElement.Parse("{}"),
        });

        set.Problems.ShouldBeEmpty();
        set.Schemas["pos.message"].PiiFields.ShouldBe([new("/text", PiiClass.Personal)]);
    }

    [Fact]
    public void CodeLists_Example_AnswersAsThePageSays()
    {
        var (list, problems) = CodeListReader.Read(Example("code-lists.md", 0));

        problems.ShouldBeEmpty();
        list!.Find("EXECUTION", CodeDirection.ToRight).Code.ShouldBe("in_progress");
        list.Find("in_progress", CodeDirection.ToLeft).Code.ShouldBe("IN_PROGRESS");
        list.Find("answered", CodeDirection.ToLeft).Code.ShouldBe("IN_PROGRESS");
        list.Find("moderation", CodeDirection.ToLeft).ShouldBe(new(true, null, true));
        list.Find("LOST", CodeDirection.ToRight).Found.ShouldBeFalse();
    }

    [Fact]
    public void Maps_Examples_AreRead()
    {
        var (map, problems) = MapReader.Read(Example("maps.md", 0));
        problems.ShouldBeEmpty();
        map!.Rules.Count.ShouldBe(9);

        ContentSchemas.MapTests.Validate(JsonElement.Parse(Example("maps.md", 1).Span)).ShouldBeEmpty();
    }

    [Fact]
    public void Maps_Codes_AreThoseOfTheSource()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/mapping/maps.md"));
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/MCU.Integration.Mapping/Maps"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
        var codes = sources.SelectMany(text => Code().Matches(text)).Select(match => match.Groups[1].Value).Distinct().ToList();

        codes.Count.ShouldBeGreaterThan(15);
        codes.Where(code => code != "map.pointer" && !page.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void MapTestRunner_DefaultNow_IsThatOfThePage() =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs/mapping/maps.md")).ShouldContain(MapTestRunner.DefaultNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));

    private static ReadOnlyMemory<byte> Example(string page, int index) =>
        Encoding.UTF8.GetBytes(Json().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/mapping", page)))[index].Groups[1].Value);

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex("\"(map\\.[a-z_]+)\"")]
    private static partial Regex Code();
}
