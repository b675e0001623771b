using System.Text;
using MCU.Integration.Adapters.Imports;
using MCU.Integration.TestSupport;

namespace MCU.Integration.Adapters.Tests.Imports;

public sealed class TableTests
{
    [Theory]
    [InlineData("№;Текст\r\n1;Яма\r\n2;Лёд\r\n")]
    [InlineData("№,Текст\n1,Яма\n2,Лёд")]
    [InlineData("№\tТекст\n\n1\tЯма\n;\t\n2\tЛёд\n\n")]
    public void Read_Delimiters_AreFoundInTheHeadings(string text)
    {
        var rows = Read(Encoding.UTF8.GetBytes(text));

        rows.Select(row => row.Document).Where(row => row.Contains("Текст", StringComparison.Ordinal)).ShouldBe(["""{"№":"1","Текст":"Яма"}""", """{"№":"2","Текст":"Лёд"}"""]);
    }

    [Fact]
    public void Read_QuotedCells_KeepDelimitersQuotesAndLineBreaks() =>
        Read(Encoding.UTF8.GetBytes("№;Текст\r\n1;\"Яма; \"\"глубокая\"\"\r\nу дома\"\r\n")).ShouldHaveSingleItem().Document.ShouldBe("""{"№":"1","Текст":"Яма; \"глубокая\"\r\nу дома"}""");

    [Fact]
    public void Read_EmptyCells_AreLeftOut() => Read("a;b;c\n1;;3\n"u8.ToArray()).ShouldHaveSingleItem().Document.ShouldBe("""{"a":"1","c":"3"}""");

    [Fact]
    public void Read_RowsShorterAndLongerThanTheHeadings_TakeWhatHasOne() =>
        Read("a;b\n1\n1;2;3\n"u8.ToArray()).Select(row => row.Document).ShouldBe(["""{"a":"1"}""", """{"a":"1","b":"2"}"""]);

    [Fact]
    public void Read_LinesOfTheFile_CountHeadingsAndEmptyRows() => Read("a\n\n1\n2\n"u8.ToArray()).Select(row => row.Line).ShouldBe([3, 4]);

    [Fact]
    public void Read_WithMarkOrWindows1251_GivesTheSame()
    {
        const string text = "Площадка;Текст\n1;Ёлка\n";
        var expected = Read(Encoding.UTF8.GetBytes(text));

        Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).ShouldBe(expected);
        Read(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(text)).ShouldBe(expected);
    }

    [Fact]
    public void Read_Workbook_GivesTextsNumbersAndDates()
    {
        var file = Workbook.Of(
            Workbook.Text("№") + Workbook.Text("Текст") + Workbook.Text("Объём") + Workbook.Text("Изменён"),
            Workbook.Text("IM-1") + Workbook.Text("Яма") + "<c><v>4.5</v></c>" + "<c s=\"1\"><v>46349.5</v></c>");

        Read(file).ShouldHaveSingleItem().Document.ShouldBe("""{"№":"IM-1","Текст":"Яма","Объём":"4.5","Изменён":"2026-11-23T12:00:00"}""");
    }

    [Theory]
    [InlineData("", "no_headings")]
    [InlineData(";;\n\n", "no_headings")]
    [InlineData("a;a\n1;2\n", "heading_twice")]
    [InlineData("a;b\n1;\"2\n", "quote_open")]
    [InlineData("PK nothing of the kind", "not_a_workbook")]
    [InlineData("a\n1\n2\n3\n4\n", "too_many_rows")]
    public void Read_NoTable_SaysWhy(string text, string code) =>
        Should.Throw<TableException>(() => Read(Encoding.UTF8.GetBytes(text), maxRows: 3)).Code.ShouldBe(code);

    private static IReadOnlyList<(int Line, string Document)> Read(byte[] file, int maxRows = 1000) =>
        [.. Table.Read(file, maxRows).Select(row => (row.Line, Encoding.UTF8.GetString(row.Document.Span)))];
}
