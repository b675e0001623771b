using System.Text;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.Tests.Content;

public sealed class MappingContentTests
{
    [Fact]
    public void Load_Sample_HasNoProblems() => Sample.Content.Problems.ShouldBeEmpty();

    [Fact]
    public void Load_BadFiles_ReportsAllWithFileAndLine()
    {
        var content = MappingContent.Load(
        [
            File("mappings/schemas/a.schema.json", "{\n  \"$id\": \"b\",\n  \"type\": \"text\",\n  \"madeUp\": 1\n}"),
            File("mappings/codelists/c.codelist.json", "{\n  \"key\": \"c\",\n  \"key\": \"d\"\n}"),
            File("mappings/maps/m.map.json", "{\n  \"key\": \"other\",\n  \"title\": \"т\", \"version\": 1, \"source\": \"a\", \"target\": \"nowhere\",\n  \"rules\": [\n    { \"to\": \"/x\", \"from\": \"a[\" }\n  ]\n}"),
        ]);

        content.Problems.Where(problem => problem.Severity == ContentSeverity.Error).Select(problem => (problem.File, problem.Line, problem.Pointer, problem.Code)).ShouldBe(
        [
            ("mappings/codelists/c.codelist.json", 3, "/key", "json.duplicate_key"),
            ("mappings/maps/m.map.json", 2, "/key", "content.file_name"),
            ("mappings/maps/m.map.json", 5, "/rules/0/from", "map.expression"),
            ("mappings/schemas/a.schema.json", 2, "/$id", "schema.keyword_value"),
            ("mappings/schemas/a.schema.json", 3, "/type", "schema.keyword_value"),
            ("mappings/schemas/a.schema.json", 4, "/madeUp", "schema.keyword_unsupported"),
        ], ignoreOrder: true);
        content.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void Load_FilesBelowSchemasOfContent_ArePassedOver() =>
        MappingContent.Load([File("mappings/$schemas/map.schema.json", "not json")]).Problems.ShouldBeEmpty();

    [Fact]
    public void Load_MapWithoutTests_Warns() =>
        MappingContent.Load(Sample.Files.Where(file => !file.Path.EndsWith("test.file.tests.json", StringComparison.Ordinal))).Problems
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Code.ShouldBe("maptests.none"), p => p.Severity.ShouldBe(ContentSeverity.Warning));

    private static ContentFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
