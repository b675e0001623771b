using System.Text;
using MCU.Integration.Domain.Content;
using MCU.Integration.Domain.Indicators;

namespace MCU.Integration.Domain.Tests.Content;

public sealed class IndicatorFileTests
{
    [Fact]
    public void Parse_GoodFile_ReadsEverything()
    {
        var dataset = Parse("""
            "territory": "district", "breakdowns": [{}, { "by": ["source", "block"] }], "blocks": { "1": "Дороги" }, "residents": { "Ленинский": 1000 },
            "norm": { "greenMax": 0.05, "yellowMax": 0.12 }
            """).Value!;

        dataset.Breakdowns.ShouldBe([[], [IndicatorAspect.Source, IndicatorAspect.Block]]);
        dataset.Blocks["1"].ShouldBe("Дороги");
        dataset.Residents["Ленинский"].ShouldBe(1000);
        dataset.Norm.ShouldBe(new(0.05, 0.12));
    }

    [Theory]
    [InlineData("""  "territory": "cell", "breakdowns": [{}] """, "/suppressBelow")]
    [InlineData("""  "territory": "city" """, "/breakdowns")]
    [InlineData("""  "territory": "city", "breakdowns": [{ "by": ["source", "block"] }, { "by": ["block", "source"] }] """, "/breakdowns/1")]
    [InlineData("""  "territory": "city", "breakdowns": [{ "by": ["street"] }] """, "/breakdowns/0/by/0")]
    [InlineData("""  "territory": "city", "breakdowns": [{}], "residents": { "*": 0 } """, "/residents/*")]
    [InlineData("""  "territory": "city", "breakdowns": [{}], "norm": { "greenMax": 2, "yellowMax": 1 } """, "/norm/yellowMax")]
    public void Parse_WrongField_IsReportedAtItsPlace(string fields, string pointer) =>
        Parse(fields).Problems.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);

    [Fact]
    public void Load_DatasetTwice_IsReported()
    {
        var bytes = Bytes(""" "territory": "city", "breakdowns": [{}] """);

        RulesContent.Load([new("a.json", RulesFileKind.Indicators, bytes), new("b.json", RulesFileKind.Indicators, bytes)])
            .Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/dataset");
    }

    private static ContentResult<IndicatorDefinition> Parse(string fields) => IndicatorFile.Parse(Bytes(fields));

    private static ReadOnlyMemory<byte> Bytes(string fields) =>
        Encoding.UTF8.GetBytes($$"""{ "dataset": "d", "title": "D", "period": "month", "periods": 3, {{fields}} }""");
}
