using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace MCU.Integration.Adapters.Imports;

/// <summary>The first sheet of a workbook. Dates become ISO text without an offset, numbers decimal text with a point.</summary>
internal static class XlsxRows
{
    /// <summary>Beyond it a binary number has no exact whole part anyway.</summary>
    private const double LargestExact = 1e15;

    // The library asks for Windows-1252 when it starts, whatever the file is.
    static XlsxRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<IReadOnlyList<string>> Read(ReadOnlyMemory<byte> file)
    {
        using var reader = Open(file);
        while (Next(reader))
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(column => TextOf(reader.GetValue(column)))];
        }
    }

    private static IExcelDataReader Open(ReadOnlyMemory<byte> file) =>
        Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file.ToArray())));

    private static bool Next(IExcelDataReader reader) => Guarded(reader.Read);

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new TableException("not_a_workbook", "The file begins like a workbook (XLSX) but cannot be read as one.");
        }
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        double number => Math.Abs(number) < LargestExact ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
