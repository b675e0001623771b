using System.Text;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.Tests.Json;

public sealed class StrictJsonTests
{
    private static readonly StrictJsonLimits Small = new() { MaxBytes = 200, MaxDepth = 3, MaxNumberLength = 10 };

    [Theory]
    [InlineData("{\"a\": 1, \"A\": 2, \"b\": {\"a\": [true, null, \"п\"]}}")]
    [InlineData("  \"text\"  ")]
    [InlineData("[[[1]]]")]
    [InlineData("{\"a\":\"\\ud83d\\ude00 \\u0001\"}")]
    public void Parse_GoodDocument_Succeeds(string text)
    {
        using var result = StrictJson.Parse(Encoding.UTF8.GetBytes(text), Small);

        result.Problems.ShouldBeEmpty();
        result.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Parse_ByteOrderMark_IsSkipped()
    {
        using var result = StrictJson.Parse((byte[])[0xEF, 0xBB, 0xBF, .. "{\"a\":1}"u8]);

        result.Document!.RootElement.GetProperty("a").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2}}", "/b/c", "json.duplicate_key", 2, 16)]
    [InlineData("{\"a\": 1, \"\\u0061\": 2}", "/a", "json.duplicate_key", 1, 10)]
    [InlineData("[1,\n[1,[1,[1]]]]", "/1/1/1", "json.too_deep", 2, 7)]
    [InlineData("{\"п\": \"a\\u0000b\"}", "/п", "json.nul", 1, 7)]
    [InlineData("{\"a\": [\"x\", \"\\ud800\"]}", "/a/1", "json.surrogate", 1, 13)]
    [InlineData("{\"a\": 1e999}", "/a", "json.number_range", 1, 7)]
    [InlineData("{\"a\": 12345678901}", "/a", "json.number_too_long", 1, 7)]
    [InlineData("{\"a\": 1,\n\"b\": tru}", "/b", "json.malformed", 2, 9)]
    [InlineData("{\"a\": [1, 2,]}", "/a/1", "json.malformed", 1, 13)]
    [InlineData("{\"a\": 1", "/a", "json.malformed", 1, 8)]
    [InlineData("{\"a\": 1} x", "", "json.malformed", 1, 10)]
    [InlineData("// no\n1", "", "json.malformed", 1, 1)]
    [InlineData("", "", "json.empty", 0, 0)]
    public void Parse_BadDocument_SaysWhereAndWhy(string text, string pointer, string code, int line, int column)
    {
        using var result = StrictJson.Parse(Encoding.UTF8.GetBytes(text), Small);

        result.Document.ShouldBeNull();
        var problem = result.Problems.ShouldHaveSingleItem();
        (problem.Pointer, problem.Code, problem.Line, problem.Column).ShouldBe((pointer, code, line, column));
    }

    [Fact]
    public void Parse_TooLarge_IsRefusedUnread() =>
        StrictJson.Parse(new byte[201], Small).Problems.ShouldHaveSingleItem().Code.ShouldBe("json.too_large");

    [Fact]
    public void Parse_OtherEncodings_AreRefusedWithPlace()
    {
        var latin = StrictJson.Parse((byte[])[.. "{\"a\":\n \"п"u8, 0xE9, .. "\"}"u8]).Problems.ShouldHaveSingleItem();
        (latin.Code, latin.Line, latin.Column).ShouldBe(("json.encoding", 2, 4));

        StrictJson.Parse(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray()).Problems.ShouldHaveSingleItem().Code.ShouldBe("json.encoding");
        StrictJson.Parse(Encoding.GetEncoding("utf-16BE").GetBytes("{}")).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void Parse_SeveralProblems_CollectsThem()
    {
        using var result = StrictJson.Parse("{\"a\":1,\"a\":2,\"b\":1e999,\"b\":\"\\u0000\"}"u8.ToArray());

        result.Problems.Select(problem => problem.Code).ShouldBe(["json.duplicate_key", "json.number_range", "json.duplicate_key", "json.nul"]);
    }

    [Fact]
    public void Parse_RandomBytes_NeverThrows()
    {
        var random = new Random(7);
        var alphabet = "{}[]\",:\\u0d8a1e-+.tfn \n\u00e9\u20ac"u8.ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(24)];
            for (var j = 0; j < bytes.Length; j++)
            {
                bytes[j] = alphabet[random.Next(alphabet.Length)];
            }

            using var result = StrictJson.Parse(bytes, Small);
            result.Succeeded.ShouldBe(result.Problems.Count == 0);
        }
    }

    [Fact]
    public void JsonLines_Values_HaveTheirLines()
    {
        var lines = JsonLines.Of("{\n  \"a\": [\n    1,\n    {\n      \"b/c\": 2 }\n  ],\n  \"d\": 3\n}"u8);

        lines.Find("").ShouldBe(1);
        lines.Find("/a").ShouldBe(2);
        lines.Find("/a/0").ShouldBe(3);
        lines.Find("/a/1/b~1c").ShouldBe(5);
        lines.Find("/d").ShouldBe(7);
        lines.Find("/a/1/b~1c/not/there").ShouldBe(5);
    }
}
