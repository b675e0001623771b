using System.Text.Json;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Tests.Schemas;

public sealed class SchemaCompilerTests
{
    [Theory]
    [InlineData("""{"properties":{"a":{"dependencies":{}}}}""", "/properties/a/dependencies", "schema.keyword_unsupported")]
    [InlineData("""{"unevaluatedItems":false}""", "/unevaluatedItems", "schema.keyword_unsupported")]
    [InlineData("""{"$anchor":"a"}""", "/$anchor", "schema.keyword_unsupported")]
    [InlineData("""{"$defs":{"a":{"minLenght":1}}}""", "/$defs/a/minLenght", "schema.keyword_unsupported")]
    [InlineData("""{"allOf":[true,{"nullable":true}]}""", "/allOf/1/nullable", "schema.keyword_unsupported")]
    [InlineData("""{"type":"text"}""", "/type", "schema.keyword_value")]
    [InlineData("""{"type":[]}""", "/type", "schema.keyword_value")]
    [InlineData("""{"enum":[]}""", "/enum", "schema.keyword_value")]
    [InlineData("""{"minimum":"1"}""", "/minimum", "schema.keyword_value")]
    [InlineData("""{"multipleOf":0}""", "/multipleOf", "schema.keyword_value")]
    [InlineData("""{"minLength":-1}""", "/minLength", "schema.keyword_value")]
    [InlineData("""{"minItems":3,"maxItems":2}""", "/minItems", "schema.keyword_value")]
    [InlineData("""{"pattern":"(?=a)"}""", "/pattern", "schema.keyword_value")]
    [InlineData("""{"pattern":"("}""", "/pattern", "schema.keyword_value")]
    [InlineData("""{"format":"iri"}""", "/format", "schema.keyword_value")]
    [InlineData("""{"uniqueItems":1}""", "/uniqueItems", "schema.keyword_value")]
    [InlineData("""{"required":["a","a"]}""", "/required", "schema.keyword_value")]
    [InlineData("""{"properties":[]}""", "/properties", "schema.keyword_value")]
    [InlineData("""{"anyOf":[]}""", "/anyOf", "schema.keyword_value")]
    [InlineData("""{"then":true}""", "/then", "schema.keyword_value")]
    [InlineData("""{"if":true}""", "/if", "schema.keyword_value")]
    [InlineData("""{"minContains":1}""", "/minContains", "schema.keyword_value")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#"}""", "/$schema", "schema.keyword_value")]
    [InlineData("""{"$id":"other"}""", "/$id", "schema.keyword_value")]
    [InlineData("""{"x-pii":"secret"}""", "/x-pii", "schema.keyword_value")]
    [InlineData("""{"items":[true]}""", "/items", "schema.not_a_schema")]
    [InlineData("""{"$ref":"nowhere"}""", "/$ref", "schema.ref_unknown")]
    [InlineData("""{"$ref":"#/$defs/a"}""", "/$ref", "schema.ref_unknown")]
    [InlineData("""{"$ref":"#"}""", "/$ref", "schema.ref_cycle")]
    [InlineData("""{"$defs":{"a":{"allOf":[{"$ref":"#/$defs/a"}]}}}""", "/$defs/a/allOf/0/$ref", "schema.ref_cycle")]
    public void Compile_BadSchema_ReportsTheKeyword(string schema, string pointer, string code)
    {
        var set = Compile(("test", schema));

        var (key, problem) = set.Problems.ShouldHaveSingleItem();
        (key, problem.Pointer, problem.Code).ShouldBe(("test", pointer, code));
        set.Schemas.ShouldBeEmpty();
    }

    [Fact]
    public void Compile_SchemasThatReferToEachOther_ValidatesAcross()
    {
        var set = Compile(
            ("person", """{"type":"object","properties":{"name":{"type":"string"},"home":{"$ref":"place#/$defs/address"}}}"""),
            ("place", """{"$defs":{"address":{"type":"object","required":["street"],"properties":{"owner":{"$ref":"person"}}}}}"""));

        set.Problems.ShouldBeEmpty();
        set.Schemas["person"].Validate(JsonElement.Parse("""{"home":{"street":"a","owner":{"home":{}}}}""")).ShouldHaveSingleItem()
            .Pointer.ShouldBe("/home/owner/home/street");
    }

    [Fact]
    public void Compile_OneBadSchema_LeavesOutItAndThoseThatNeedIt()
    {
        var set = Compile(("bad", """{"typo":1}"""), ("needs", """{"items":{"$ref":"nowhere"}}"""), ("good", """{"type":"string"}"""));

        set.Problems.Select(problem => problem.Key).ShouldBe(["bad", "needs"], ignoreOrder: true);
        set.Schemas.Keys.ShouldBe(["good"]);
    }

    [Fact]
    public void Validate_ManyProblems_CollectsAllUpToTheLimit()
    {
        var schema = SchemaCompiler.Compile("test", JsonElement.Parse("""{"items":{"type":"string"},"maxItems":2,"contains":{"const":"x"}}"""));

        schema.Validate(JsonElement.Parse("[1,\"a\",2]")).Select(problem => (problem.Pointer, problem.Code)).ShouldBe(
        [
            ("/0", "schema.type"),
            ("/2", "schema.type"),
            ("", "schema.maxItems"),
            ("", "schema.contains"),
        ], ignoreOrder: true);
        schema.Validate(JsonElement.Parse($"[{string.Join(',', Enumerable.Repeat(1, 500))}]")).Count.ShouldBe(CompiledSchema.MostProblems);
        schema.Validate(JsonElement.Parse("[1,2,3]"), 1).Count.ShouldBe(1);
    }

    [Fact]
    public void Validate_DocumentWithPersonalData_NeverQuotesIt()
    {
        var document = JsonElement.Parse("""{"name":"Примеров","age":"сорок","mail":"примеров","kind":"Примеров","x":{"Примеров":1}}""");
        var schema = SchemaCompiler.Compile("test", JsonElement.Parse(
            """{"properties":{"name":{"maxLength":2,"pattern":"^a$","const":"b"},"age":{"type":"integer"},"mail":{"format":"email"},"kind":{"enum":["a"]}},"not":{"required":["name"]}}"""));

        var problems = schema.Validate(document);

        problems.Count.ShouldBe(7);
        problems.ShouldAllBe(problem => !problem.Message.Contains("римеров") && !problem.Message.Contains("сорок") && problem.Arguments.All(argument => !argument.Contains("римеров")));
    }

    [Fact]
    public void Validate_TextMadeToBacktrack_TakesLinearTime()
    {
        var schema = SchemaCompiler.Compile("test", JsonElement.Parse("""{"pattern":"^(a+)+$"}"""));

        schema.IsValid(JsonSerializer.SerializeToElement(new string('a', 100_000) + "!")).ShouldBeFalse();
    }

    private static SchemaSet Compile(params (string Key, string Schema)[] schemas) =>
        SchemaCompiler.Compile(schemas.ToDictionary(schema => schema.Key, schema => JsonElement.Parse(schema.Schema)));
}
