using System.Text;
using System.Text.Json;

namespace MCU.Integration.Adapters.Imports;

/// <summary>Rows under headings. As a document a row is an object: heading → text; what is empty is left out (docs/adapters/manifest.md).</summary>
public static class Table
{
    private static readonly byte[] ZipMark = "PK"u8.ToArray();

    /// <summary>Reads CSV or XLSX, told apart by their first bytes.</summary>
    /// <returns>Number of the line in the file (from 1) and UTF-8 JSON of each row that has a value.</returns>
    /// <exception cref="TableException">No heading, a heading twice, too many rows, or not a table at all.</exception>
    public static IEnumerable<(int Line, ReadOnlyMemory<byte> Document)> Read(ReadOnlyMemory<byte> file, int maxRows)
    {
        var rows = file.Span.StartsWith(ZipMark) ? XlsxRows.Read(file) : CsvRows.Read(file);
        string[]? headings = null;
        var line = 0;
        var taken = 0;
        foreach (var cells in rows)
        {
            line++;
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (headings is null)
            {
                headings = HeadingsOf(cells);
                continue;
            }

            if (++taken > maxRows)
            {
                throw new TableException("too_many_rows", $"A table has at most {maxRows} rows.");
            }

            yield return (line, DocumentOf(headings, cells));
        }

        if (headings is null)
        {
            throw new TableException("no_headings", "The first row that is not empty holds the headings; there is none.");
        }
    }

    private static string[] HeadingsOf(IReadOnlyList<string> cells)
    {
        var headings = cells.Select(cell => cell.Trim()).ToArray();
        var known = headings.Where(heading => heading.Length > 0).ToList();
        return known.Distinct(StringComparer.Ordinal).Count() == known.Count
            ? headings
            : throw new TableException("heading_twice", "Two columns have the same heading.");
    }

    private static byte[] DocumentOf(string[] headings, IReadOnlyList<string> cells)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            for (var i = 0; i < Math.Min(headings.Length, cells.Count); i++)
            {
                var text = cells[i].Trim();
                if (headings[i].Length > 0 && text.Length > 0)
                {
                    json.WriteString(headings[i].Normalize(NormalizationForm.FormC), text);
                }
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
