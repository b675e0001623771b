using System.Text.Json;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Tests.JmesPath;

public sealed class JmesExpressionTests
{
    [Theory]
    [InlineData("a", """{"a":1.10}""", "1.10")]
    [InlineData("a", """{"a":12345678901234567890.123456789012345678901234567890}""", "12345678901234567890.123456789012345678901234567890")]
    [InlineData("a[0]", """{"a":["2026-11-23T08:14:05+03:00"]}""", "\"2026-11-23T08:14:05+03:00\"")]
    [InlineData("sum(a)", """{"a":[0.1,0.2]}""", "0.3")]
    [InlineData("a == b", """{"a":5,"b":5.0}""", "true")]
    [InlineData("a < '2026-12-01'", """{"a":"2026-11-30"}""", "true")]
    [InlineData("@", "[1,{}]", "[1,{}]")]
    public void Evaluate_NumbersAndDates_StayAsTheyAre(string expression, string document, string expected) => Evaluate(expression, document).ShouldBe(expected);

    [Theory]
    [InlineData("items[*].{n: name, of: $.id, hub: $context.key}", """[{"n":"a","of":7,"hub":"k"}]""")]
    [InlineData("items[?name == $context.name] | [0].name", "\"a\"")]
    [InlineData("$context.nothing", "null")]
    [InlineData("$index", "null")]
    public void Evaluate_Variables_AreSeenEverywhere(string expression, string expected) =>
        Evaluate(expression, """{"id":7,"items":[{"name":"a"}]}""", """{"key":"k","name":"a"}""").ShouldBe(expected);

    [Theory]
    [InlineData("a[", "The expression ends too early at character 3.")]
    [InlineData("a..b", "Unexpected '.' at character 3.")]
    [InlineData("a b", "Unexpected 'b' at character 3.")]
    [InlineData("nope(a)", "There is no function 'nope' at character 1.")]
    [InlineData("length(a, b)", "The function 'length' does not take 2 arguments at character 1.")]
    [InlineData("$other", "There is no variable '$other'; there are $, $context, $index at character 1.")]
    [InlineData("'open", "The quotation ' is not closed at character 1.")]
    [InlineData("a == `b`", "The literal between back-ticks is not JSON; write text in single quotes at character 6.")]
    [InlineData("a[::0]", "The step of a slice must not be 0 at character 6.")]
    [InlineData("a # b", "Unexpected character '#' at character 3.")]
    [InlineData("", "The expression ends too early at character 1.")]
    public void TryParse_NoExpression_SaysWhere(string expression, string error)
    {
        JmesExpression.TryParse(expression, out _, out var why).ShouldBeFalse();
        why.ShouldBe(error);
    }

    [Fact]
    public void TryParse_DeepNesting_IsRefused()
    {
        JmesExpression.TryParse(new string('(', 2000) + "a" + new string(')', 1999), out _, out var why).ShouldBeFalse();
        why!.ShouldStartWith("The expression is nested too deeply");
    }

    [Theory]
    [InlineData("length(a)", """{"a":5}""", "invalid_type")]
    [InlineData("sort(a)", """{"a":[1,"b"]}""", "invalid_type")]
    [InlineData("join(',', a)", """{"a":[1]}""", "invalid_type")]
    [InlineData("sort_by(a, &b)", """{"a":[{"b":1},{}]}""", "invalid_type")]
    [InlineData("split(a, ',', `-1`)", """{"a":"x"}""", "invalid_value")]
    [InlineData("sum(a)", """{"a":[79228162514264337593543950335,1]}""", "invalid_value")]
    [InlineData("abs(a)", """{"a":1e300}""", "invalid_value")]
    public void Evaluate_WrongArguments_ThrowsWithoutValues(string expression, string document, string code) =>
        Should.Throw<JmesPathException>(() => Evaluate(expression, document)).Code.ShouldBe(code);

    [Theory]
    [InlineData("trim('  a ')", "\"a\"")]
    [InlineData("trim_left('xxax', 'x')", "\"ax\"")]
    [InlineData("trim_right('xxax', 'x')", "\"xxa\"")]
    [InlineData("upper('ёж')", "\"ЁЖ\"")]
    [InlineData("split('a,b,c', ',', `1`)", "[\"a\",\"b,c\"]")]
    [InlineData("length(split('😀a', ''))", "2")]
    [InlineData("replace('aaa', 'a', 'b', `2`)", "\"bba\"")]
    [InlineData("find_first('subject string', 'string', `1`)", "8")]
    [InlineData("find_last('abcabc', 'b')", "4")]
    public void Evaluate_TextFunctions_FollowTheCommunity(string expression, string expected) => Evaluate(expression, "{}").ShouldBe(expected);

    [Theory]
    [InlineData("@[*].type(@)", "[1,null]", "[\"number\",\"null\"]")]
    [InlineData("@[0:]", "[1,null]", "[1]")]
    [InlineData("a | [b, c]", "{}", "null")]
    [InlineData("a[:2]", "{\"a\":\"яма\"}", "\"ям\"")]
    public void Evaluate_WhereTheLibraryDiffers_FollowsTheReferenceImplementation(string expression, string document, string expected) =>
        Evaluate(expression, document).ShouldBe(expected);

    private static string Evaluate(string expression, string document, string context = "null") =>
        JmesExpression.Parse(expression).Evaluate(JsonElement.Parse(document), JsonElement.Parse(context))?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";
}
