using System.Text.Json;

namespace MCU.Integration.Mapping.Tests.Maps;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("string", "1.10", "\"1.10\"")]
    [InlineData("string", "true", "\"true\"")]
    [InlineData("string", "\"x\"", "\"x\"")]
    [InlineData("string", "{}", null)]
    [InlineData("integer", "5.0", "5")]
    [InlineData("integer", "\" 12 \"", "12")]
    [InlineData("integer", "\"-3,0\"", "-3")]
    [InlineData("integer", "5.5", null)]
    [InlineData("integer", "true", null)]
    [InlineData("number", "1.10", "1.10")]
    [InlineData("number", "\"45,0400\"", "45.0400")]
    [InlineData("number", "\"1 000\"", null)]
    [InlineData("number", "\"1e3\"", null)]
    [InlineData("number", "\"1,000.5\"", null)]
    [InlineData("boolean", "\"Да\"", "true")]
    [InlineData("boolean", "0", "false")]
    [InlineData("boolean", "\"yes\"", null)]
    [InlineData("date", "\"2026-11-23\"", "\"2026-11-23\"")]
    [InlineData("date", "\"2026-11-23T22:30:00Z\"", "\"2026-11-24\"")]
    [InlineData("date", "\"2026-11-23 22:30\"", "\"2026-11-23\"")]
    [InlineData("date", "\"23.11.2026\"", null)]
    [InlineData("date", "20261123", null)]
    [InlineData("date-time", "\"2026-11-23T08:14:05.120+07:00\"", "\"2026-11-23T08:14:05.120+07:00\"")]
    [InlineData("date-time", "\"2026-11-23T08:14:05\"", "\"2026-11-23T08:14:05+03:00\"")]
    [InlineData("date-time", "\"2026-11-23 08:14\"", "\"2026-11-23T08:14:00+03:00\"")]
    [InlineData("date-time", "\"2026-11-23\"", "\"2026-11-23T00:00:00+03:00\"")]
    [InlineData("date-time", "\"2014-07-01T00:00:00\"", "\"2014-07-01T00:00:00+04:00\"")]
    [InlineData("date-time", "\"2026-02-30T00:00:00\"", null)]
    [InlineData("date-time", "\"0001-01-01T00:00:00\"", null)]
    public void Apply_As_ConvertsOrFails(string to, string value, string? expected) => Convert($"\"as\":\"{to}\"", value).ShouldBe(expected);

    [Theory]
    [InlineData("date", "dd.MM.yyyy", "\"23.11.2026\"", "\"2026-11-23\"")]
    [InlineData("date", "dd.MM.yyyy", "\"11.23.2026\"", null)]
    [InlineData("date-time", "dd.MM.yyyy HH:mm", "\"23.11.2026 08:14\"", "\"2026-11-23T08:14:00+03:00\"")]
    [InlineData("date-time", "yyyyMMddHHmmsszzz", "\"20261123081405+07:00\"", "\"2026-11-23T08:14:05+07:00\"")]
    [InlineData("date-time", "unix", "1795421645", "\"2026-11-23T11:14:05+03:00\"")]
    [InlineData("date-time", "unix-ms", "\"1795421645120\"", "\"2026-11-23T11:14:05.12+03:00\"")]
    [InlineData("date-time", "unix", "1e20", null)]
    public void Apply_AsWithFormat_ReadsExactlyThat(string to, string format, string value, string? expected) =>
        Convert($"\"as\":\"{to}\",\"format\":\"{format}\"", value).ShouldBe(expected);

    private static string? Convert(string fields, string value)
    {
        var result = new TestContent().Apply($$"""[{"to":"/a","from":"x",{{fields}}}]""", $$"""{"x":{{value}}}""");
        if (result.Succeeded)
        {
            return result.Document.GetProperty("a").GetRawText();
        }

        result.Problems.ShouldHaveSingleItem().Code.ShouldBe("map.conversion");
        return null;
    }
}
