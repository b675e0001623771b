using System.Text;
using MCU.Integration.Analytics.Indicators;
using MCU.Integration.Domain.Indicators;

namespace MCU.Integration.Analytics.Tests;

public sealed class IndicatorCsvTests
{
    [Fact]
    public void Write_Row_IsWhatATableReads()
    {
        var lines = Lines(new() { Received = 3, OnTimeShare = 0.3333, AverageResponseHours = 1234.5 }, "Промышленный");

        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("\uFEFFrow_key;dataset;period_kind;");
        lines[1].ShouldBe("k;d;iso_week;2026-W48;2026-11-23;2026-11-29;07701000;Промышленный;;pos;;;;3;0;0;0;0;0;0;0,3333;1234,5;;;;;0;2;2026-11-25T03:00:00+03:00");
        lines[2].ShouldBeEmpty();
        lines[0].Count(character => character == ';').ShouldBe(lines[1].Count(character => character == ';'));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("А;Б", "\"А;Б\"")]
    [InlineData("«А\"Б»", "\"«А\"\"Б»\"")]
    public void Write_NameFromOutside_IsNoFormulaAndNoCellOfItsOwn(string district, string cell) =>
        Lines(IndicatorFigures.None, district)[1].ShouldContain($"07701000;{cell};;pos");

    private static string[] Lines(IndicatorFigures figures, string district)
    {
        var row = new IndicatorRow(
            "k", "d", IndicatorPeriod.Of(IndicatorPeriodKind.IsoWeek, new(2026, 11, 25)), new("07701000", district, null), new("pos", null, null, null), figures, null, false);
        return Encoding.UTF8.GetString(IndicatorCsv.Write([(row, 2, new(2026, 11, 25, 3, 0, 0, TimeSpan.FromHours(3)))])).Split("\r\n");
    }
}
