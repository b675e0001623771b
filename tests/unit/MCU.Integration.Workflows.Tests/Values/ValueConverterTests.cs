using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Tests.Values;

public sealed class ValueConverterTests
{
    [Theory]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1e300, "1E+300")]
    public void Coerce_DoubleOfAScript_BecomesTheDecimalItStandsFor(double number, string expected) =>
        ValueConverter.Coerce(JsonValue.Create(number), typeof(decimal))!.ToJsonString().ShouldBe(expected);

    [Fact]
    public void Coerce_NumberOfJsonText_KeepsItsDigits() =>
        ValueConverter.Coerce(JsonNode.Parse("1234567890123456789.0123456789"), typeof(decimal))!.ToJsonString().ShouldBe("1234567890123456789.0123456789");

    [Theory]
    [InlineData("\"True\"", "Boolean", "true")]
    [InlineData("1", "Boolean", "true")]
    [InlineData("\"42\"", "Int32", "42")]
    [InlineData("2.5", "Int32", "2")]
    [InlineData("3.5", "Int32", "4")]
    [InlineData("\"9007199254740993\"", "Int64", "9007199254740993")]
    [InlineData("\"2.50\"", "Decimal", "2.50")]
    [InlineData("true", "String", "\"True\"")]
    [InlineData("{\"a\":\"ж\"}", "String", "\"{\\\"a\\\":\\\"ж\\\"}\"")]
    [InlineData("\"1.02:03:04\"", "TimeSpan", "\"1.02:03:04\"")]
    [InlineData("\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"", "Guid", "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"")]
    [InlineData("\"{\\\"k\\\":1}\"", "ObjectDictionary", "{\"k\":1}")]
    [InlineData("\"[1,\\\"2\\\"]\"", "Int32[]", "[1,2]")]
    [InlineData("\"\"", "Int32", "null")]
    [InlineData("\"{}\"", "Object", "\"{}\"")]
    [InlineData("\"x\"", "Acme.Unknown, Acme", "\"x\"")]
    public void Coerce_Value_HasTheShapeOfTheType(string json, string alias, string expected) =>
        (ValueConverter.Coerce(JsonNode.Parse(json), ValueTypes.Resolve(alias))?.ToJsonString(JsonValues.Relaxed) ?? "null").ShouldBe(expected);

    [Theory]
    [InlineData("\"abc\"", "Int32")]
    [InlineData("3000000000", "Int32")]
    [InlineData("{\"a\":1}", "Int32")]
    [InlineData("\"yes\"", "Boolean")]
    [InlineData("\"{\"", "ObjectDictionary")]
    [InlineData("{\"a\":1}", "String[]")]
    [InlineData("\"tomorrow\"", "DateTimeOffset")]
    public void Coerce_Inconvertible_IsAnError(string json, string alias) =>
        Should.Throw<ValueConversionException>(() => ValueConverter.Coerce(JsonNode.Parse(json), ValueTypes.Resolve(alias)));

    [Fact]
    public void As_ClrValues_ReadLikeParsedOnes()
    {
        var moment = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(3));

        ValueConverter.As<DateTimeOffset>(JsonValue.Create(moment)).ShouldBe(moment);
        ValueConverter.As<int>(JsonValue.Create(5L)).ShouldBe(5);
        ValueConverter.As<string>(JsonValue.Create(5)).ShouldBe("5");
        ValueConverter.As<DayOfWeek>(JsonNode.Parse("\"friday\"")).ShouldBe(DayOfWeek.Friday);
        ValueConverter.As<string[]>(JsonNode.Parse("\"[\\\"a\\\"]\"")).ShouldBe(["a"]);
        ValueConverter.As<int>(null).ShouldBe(0);
    }
}
