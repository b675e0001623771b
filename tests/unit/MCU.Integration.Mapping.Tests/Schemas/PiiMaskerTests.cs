using System.Text;
using System.Text.Json;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Tests.Schemas;

public sealed class PiiMaskerTests
{
    private static readonly CompiledSchema Schema = SchemaCompiler.Compile("test", JsonElement.Parse(
        """
        {
          "properties": {
            "number": { "type": "string" },
            "text": { "type": "string", "x-pii": "personal" },
            "person": { "type": "object", "x-pii": "personal", "properties": { "name": { "type": "string" } } },
            "health": { "type": ["object", "null"], "x-pii": "special" },
            "files": { "items": { "properties": { "id": { "type": "integer" }, "name": { "$ref": "#/$defs/name" } } } },
            "open": { "type": "object", "x-pii": "none" },
            "tree": { "$ref": "#" },
            "choice": { "anyOf": [ { "type": "string" }, { "type": "integer", "x-pii": "personal" } ] }
          },
          "$defs": { "name": { "type": "string", "x-pii": "personal" } }
        }
        """));

    [Theory]
    [InlineData("""{"number":"7","text":"т"}""", """{"number":"7","text":"•••"}""")]
    [InlineData("""{"person":{"name":"П","age":41,"tags":["a",null]}}""", """{"person":{"name":"•••","age":"•••","tags":["•••",null]}}""")]
    [InlineData("""{"health":null}""", """{"health":null}""")]
    [InlineData("""{"files":[{"id":1,"name":"фото.jpg"}]}""", """{"files":[{"id":1,"name":"•••"}]}""")]
    [InlineData("""{"open":{"anything":{"at":"all"}}}""", """{"open":{"anything":{"at":"all"}}}""")]
    [InlineData("""{"tree":{"tree":{"text":"т","number":"7"}}}""", """{"tree":{"tree":{"text":"•••","number":"7"}}}""")]
    [InlineData("""{"choice":"мог быть номером"}""", """{"choice":"•••"}""")]
    [InlineData("""{"unknown":"т","number":{"deep":1}}""", """{"unknown":"•••","number":{"deep":"•••"}}""")]
    public void MaskDocument_MarkedOrUndescribedValues_AreReplaced(string document, string masked) => Mask(document, Schema).ShouldBe(masked);

    [Fact]
    public void MaskDocument_WithoutSchema_ReplacesEveryValue() =>
        Mask("""{"a":[1,true,null,"x"],"b":{}}""", null).ShouldBe("""{"a":["•••","•••",null,"•••"],"b":{}}""");

    [Fact]
    public void PiiFields_RecursiveSchema_ListsEachPatternOnce() => Schema.PiiFields.ShouldBe(
    [
        new("/choice", PiiClass.Personal),
        new("/files/*/name", PiiClass.Personal),
        new("/health", PiiClass.Special),
        new("/person", PiiClass.Personal),
        new("/text", PiiClass.Personal),
    ]);

    [Fact]
    public void MaskDocument_Sample_ShowsNoPersonalData()
    {
        var masked = Encoding.UTF8.GetString(PiiMasker.MaskDocument(Sample.Document, Sample.Content.Schemas["test.message"]));

        foreach (var secret in (string[])["Здравствуйте", "Примеров", "example.org", "900", "Вымышленная"])
        {
            masked.ShouldNotContain(secret);
        }

        masked.ShouldContain("84512003");
        masked.ShouldContain("Промышленный");
    }

    private static string Mask(string document, CompiledSchema? schema) => Encoding.UTF8.GetString(PiiMasker.MaskDocument(JsonElement.Parse(document), schema));
}
