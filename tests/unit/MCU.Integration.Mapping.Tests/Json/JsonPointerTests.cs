using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.Tests.Json;

public sealed class JsonPointerTests
{
    // The document of RFC 6901 section 5.
    private static readonly JsonElement Rfc = JsonElement.Parse("""{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}""");

    [Theory]
    [InlineData("/foo", """["bar","baz"]""")]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    public void Evaluate_ExamplesOfTheRfc_FindTheirValues(string pointer, string expected)
    {
        JsonPointer.Parse(pointer).Evaluate(Rfc)!.Value.GetRawText().ShouldBe(expected);
        JsonPointer.Parse(pointer).TryEvaluate(JsonNode.Parse(Rfc.GetRawText()), out var node).ShouldBeTrue();
        node!.ToJsonString().ShouldBe(expected, StringCompareShould.IgnoreCase);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/foo/2")]
    [InlineData("/foo/00")]
    [InlineData("/foo/-")]
    [InlineData("/foo/-1")]
    [InlineData("/foo/bar")]
    [InlineData("/foo/0/x")]
    public void Evaluate_PlaceThatIsNotThere_IsNull(string pointer)
    {
        JsonPointer.Parse(pointer).Evaluate(Rfc).ShouldBeNull();
        JsonPointer.Parse(pointer).TryEvaluate(JsonNode.Parse(Rfc.GetRawText()), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("/a~2")]
    [InlineData("/a~")]
    public void Parse_NoPointer_Throws(string text) => Should.Throw<FormatException>(() => JsonPointer.Parse(text));

    [Theory]
    [InlineData("{}", "/a/b", """{"a":{"b":1}}""")]
    [InlineData("""{"a":null}""", "/a/b", """{"a":{"b":1}}""")]
    [InlineData("{}", "/a/-", """{"a":[1]}""")]
    [InlineData("""{"a":[0]}""", "/a/-", """{"a":[0,1]}""")]
    [InlineData("""{"a":[0]}""", "/a/0", """{"a":[1]}""")]
    [InlineData("{}", "/a/-/b", """{"a":[{"b":1}]}""")]
    [InlineData("{}", "/a~1b/0", """{"a/b":{"0":1}}""")]
    public void TrySet_MissingParents_AreMade(string document, string pointer, string expected)
    {
        var target = JsonNode.Parse(document)!.AsObject();

        JsonPointer.Parse(pointer).TrySet(target, JsonValue.Create(1)).ShouldBeTrue();

        target.ToJsonString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"a":1}""", "/a/b")]
    [InlineData("""{"a":[0]}""", "/a/1")]
    [InlineData("{}", "")]
    public void TrySet_ImpossiblePlace_IsFalse(string document, string pointer) =>
        JsonPointer.Parse(pointer).TrySet(JsonNode.Parse(document)!.AsObject(), JsonValue.Create(1)).ShouldBeFalse();

    [Fact]
    public void Append_Tokens_AreEscaped()
    {
        var pointer = JsonPointer.Root.Append("a/b").Append(3).Append("m~n");

        pointer.Text.ShouldBe("/a~1b/3/m~0n");
        pointer.ShouldBe(JsonPointer.Parse("/a~1b/3/m~0n"));
        pointer.Tokens.ShouldBe(["a/b", "3", "m~n"]);
    }
}
