using System.Text.Json;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Tests.Schemas;

/// <summary>One test per supported keyword: what it accepts, what it refuses, and with which pointer and code.</summary>
public sealed class KeywordTests
{
    private static readonly KeywordCase[] Cases =
    [
        new("type", """{"type":["integer","null"]}""", ["1", "1.0", "1e2", "null"], "1.5", "", "schema.type"),
        new("enum", """{"enum":["a",{"x":1},null]}""", ["\"a\"", """{"x":1.0}""", "null"], "\"b\"", "", "schema.enum"),
        new("const", """{"const":{"a":[1]}}""", ["""{"a":[1.00]}"""], """{"a":[2]}""", "", "schema.const"),
        new("minimum", """{"minimum":1.1}""", ["1.1", "2", "\"0\"", "1e400"], "1.0999999999999999999999", "", "schema.minimum"),
        new("maximum", """{"maximum":10}""", ["10", "-5"], "10.01", "", "schema.maximum"),
        new("exclusiveMinimum", """{"exclusiveMinimum":0}""", ["0.001"], "0", "", "schema.exclusiveMinimum"),
        new("exclusiveMaximum", """{"exclusiveMaximum":0}""", ["-0.001"], "0.0", "", "schema.exclusiveMaximum"),
        new("multipleOf", """{"multipleOf":0.01}""", ["0.07", "19.99", "\"x\""], "0.075", "", "schema.multipleOf"),
        new("minLength", """{"minLength":2}""", ["\"аб\"", "\"😀😀\"", "5"], "\"😀\"", "", "schema.minLength"),
        new("maxLength", """{"maxLength":2}""", ["\"аб\"", "\"😀😀\""], "\"абв\"", "", "schema.maxLength"),
        new("pattern", """{"pattern":"^[0-9]{8}$"}""", ["\"07701000\"", "7"], "\"07701000\\n\"", "", "schema.pattern"),
        new("format", """{"format":"date"}""", ["\"2024-02-29\"", "5"], "\"2023-02-29\"", "", "schema.format"),
        new("items", """{"items":{"type":"string"}}""", ["[]", "[\"a\"]", "{}"], "[\"a\",1]", "/1", "schema.type"),
        new("prefixItems", """{"prefixItems":[{"type":"string"}],"items":{"type":"integer"}}""", ["[\"a\",1,2]", "[]"], "[\"a\",1,\"b\"]", "/2", "schema.type"),
        new("contains", """{"contains":{"const":1}}""", ["[2,1]"], "[2,3]", "", "schema.contains"),
        new("minContains", """{"contains":{"const":1},"minContains":2}""", ["[1,1]"], "[1,2]", "", "schema.contains"),
        new("maxContains", """{"contains":{"const":1},"maxContains":1}""", ["[1,2]"], "[1,1]", "", "schema.maxContains"),
        new("minItems", """{"minItems":1}""", ["[0]", "\"\""], "[]", "", "schema.minItems"),
        new("maxItems", """{"maxItems":1}""", ["[0]"], "[0,0]", "", "schema.maxItems"),
        new("uniqueItems", """{"uniqueItems":true}""", ["[1,\"1\",true]", "[\"a\",\"b\"]"], "[1,{},1.0]", "", "schema.uniqueItems"),
        new("properties", """{"properties":{"a/b":{"type":"integer"}}}""", ["{}", """{"a/b":1,"c":"x"}""", "[]"], """{"a/b":"x"}""", "/a~1b", "schema.type"),
        new("required", """{"required":["a"]}""", ["""{"a":null}""", "[]"], "{}", "/a", "schema.required"),
        new("additionalProperties", """{"properties":{"a":true},"additionalProperties":false}""", ["""{"a":1}"""], """{"b":1}""", "/b", "schema.additionalProperties"),
        new("patternProperties", """{"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":{"type":"integer"}}""", ["""{"x-a":"1","b":2}"""], """{"x-a":1}""", "/x-a", "schema.type"),
        new("propertyNames", """{"propertyNames":{"pattern":"^[a-z]+$"}}""", ["""{"ab":1}"""], """{"A":1}""", "/A", "schema.propertyNames"),
        new("minProperties", """{"minProperties":1}""", ["""{"a":1}""", "[]"], "{}", "", "schema.minProperties"),
        new("maxProperties", """{"maxProperties":1}""", ["""{"a":1}"""], """{"a":1,"b":2}""", "", "schema.maxProperties"),
        new("dependentRequired", """{"dependentRequired":{"a":["b"]}}""", ["""{"b":1}""", """{"a":1,"b":1}"""], """{"a":1}""", "/b", "schema.dependentRequired"),
        new("dependentSchemas", """{"dependentSchemas":{"a":{"required":["b"]}}}""", ["{}", """{"a":1,"b":1}"""], """{"a":1}""", "/b", "schema.required"),
        new("unevaluatedProperties", """{"allOf":[{"properties":{"a":true}}],"anyOf":[{"required":["k"],"properties":{"k":true}},true],"unevaluatedProperties":false}""", ["""{"a":1,"k":2}""", "[]"], """{"a":1,"b":2}""", "/b", "schema.unevaluatedProperties"),
        new("allOf", """{"allOf":[{"minimum":1},{"maximum":2}]}""", ["1"], "3", "", "schema.maximum"),
        new("anyOf", """{"anyOf":[{"type":"string"},{"minimum":5}]}""", ["\"a\"", "5"], "4", "", "schema.anyOf"),
        new("oneOf", """{"oneOf":[{"minimum":1},{"minimum":5}]}""", ["2"], "6", "", "schema.oneOf"),
        new("not", """{"not":{"required":["a"]}}""", ["{}"], """{"a":1}""", "", "schema.not"),
        new("if", """{"if":{"properties":{"k":{"const":1}}},"then":{"required":["a"]}}""", ["""{"k":2}""", """{"k":1,"a":0}"""], """{"k":1}""", "/a", "schema.required"),
        new("then", """{"if":true,"then":{"type":"string"}}""", ["\"a\""], "1", "", "schema.type"),
        new("else", """{"if":false,"else":{"type":"string"}}""", ["\"a\""], "1", "", "schema.type"),
        new("$ref", """{"properties":{"a":{"$ref":"#/$defs/n"},"b":{"$ref":"#"}},"$defs":{"n":{"type":"integer"}}}""", ["""{"b":{"b":{"a":1}}}"""], """{"b":{"b":{"a":"x"}}}""", "/b/b/a", "schema.type"),
        new("$defs", """{"$defs":{"n":false}}""", ["1"], null, "", ""),
        new("$schema", """{"$schema":"https://json-schema.org/draft/2020-12/schema"}""", ["1"], null, "", ""),
        new("$id", """{"$id":"test"}""", ["1"], null, "", ""),
        new("$comment", """{"$comment":"x"}""", ["1"], null, "", ""),
        new("title", """{"title":"x"}""", ["1"], null, "", ""),
        new("description", """{"description":"x"}""", ["1"], null, "", ""),
        new("default", """{"default":1}""", ["\"x\""], null, "", ""),
        new("examples", """{"examples":[1]}""", ["\"x\""], null, "", ""),
        new("deprecated", """{"deprecated":true}""", ["1"], null, "", ""),
        new("readOnly", """{"readOnly":true}""", ["1"], null, "", ""),
        new("writeOnly", """{"writeOnly":true}""", ["1"], null, "", ""),
        new("x-pii", """{"x-pii":"personal","x-own":{"any":"thing"}}""", ["1"], null, "", ""),
    ];

    public static TheoryData<string> Keywords => new(Cases.Select(one => one.Keyword));

    [Theory]
    [MemberData(nameof(Keywords))]
    public void Keyword_InASchema_IsObeyed(string keyword)
    {
        var one = Cases.Single(one => one.Keyword == keyword);
        var schema = Compile(one.Schema);

        foreach (var valid in one.Valid)
        {
            schema.Validate(JsonElement.Parse(valid)).ShouldBeEmpty($"{keyword} should accept {valid}");
        }

        if (one.Invalid is not null)
        {
            var problem = schema.Validate(JsonElement.Parse(one.Invalid)).ShouldHaveSingleItem();
            (problem.Pointer, problem.Code).ShouldBe((one.Pointer, one.Code));
            problem.Message.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void Keywords_Supported_AllHaveACaseHere() =>
        SchemaKeywords.Supported.ShouldBe(Cases.Select(one => one.Keyword).Order(StringComparer.Ordinal));

    [Fact]
    public void Keywords_Supported_AreInTheDocumentation()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/mapping/schemas.md"));

        SchemaKeywords.Supported.Concat(SchemaKeywords.Formats).Where(word => !page.Contains($"`{word}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("date", "2026-11-23", "2026-11-31")]
    [InlineData("date", "0001-01-01", "2026-1-1")]
    [InlineData("date-time", "2026-11-23T08:14:05+03:00", "2026-11-23T08:14:05")]
    [InlineData("date-time", "2026-11-23t08:14:60.123456789z", "2026-11-23 08:14:05Z")]
    [InlineData("date-time", "2026-11-23T23:59:59-00:00", "2026-11-23T24:00:00Z")]
    [InlineData("time", "08:14:05.1Z", "08:14Z")]
    [InlineData("time", "08:14:05+03:00", "08:14:05.+03:00")]
    [InlineData("uuid", "2a1c7bdb-05ea-492f-9e1c-b3999f79dcbc", "2a1c7bdb05ea492f9e1cb3999f79dcbc")]
    [InlineData("email", "a.b+c@example.org", "a@b@c")]
    [InlineData("email", "имя@почта.рф", "a b@example.org")]
    [InlineData("uri", "https://example.org/a?b#c", "/relative")]
    [InlineData("uri", "urn:x:1", "https://example.org/a b")]
    [InlineData("ipv4", "192.0.2.1", "192.0.2.01")]
    [InlineData("ipv4", "0.0.0.0", "1.2.3")]
    [InlineData("ipv6", "2001:db8::1", "2001:db8::g")]
    [InlineData("ipv6", "::1", "192.0.2.1")]
    [InlineData("hostname", "портал.рф", "-a.example")]
    [InlineData("hostname", "a.example", "a..b")]
    public void Format_Text_IsChecked(string format, string valid, string invalid)
    {
        var schema = Compile($$"""{"format":"{{format}}"}""");

        schema.IsValid(JsonSerializer.SerializeToElement(valid)).ShouldBeTrue(valid);
        schema.IsValid(JsonSerializer.SerializeToElement(invalid)).ShouldBeFalse(invalid);
    }

    private static CompiledSchema Compile(string schema) => SchemaCompiler.Compile("test", JsonElement.Parse(schema));

    private sealed record KeywordCase(string Keyword, string Schema, string[] Valid, string? Invalid, string Pointer, string Code);
}
