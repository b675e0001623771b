using System.Text;

namespace MCU.Integration.Adapters.Imports;

/// <summary>
/// RFC 4180 with what is met in practice: <c>;</c> or tab instead of the comma (found in the first line), UTF-8 with or without its mark, otherwise Windows-1251.
/// </summary>
internal static class CsvRows
{
    private static readonly char[] Delimiters = [';', ',', '\t'];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<IReadOnlyList<string>> Read(ReadOnlyMemory<byte> file)
    {
        var text = TextOf(file.Span);
        var delimiter = DelimiterOf(text);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var at = text[i];
            if (quoted)
            {
                if (at != '"')
                {
                    cell.Append(at);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (at == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (at == delimiter)
            {
                Take();
            }
            else if (at is '\n' or '\r')
            {
                i += at == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                Take();
                yield return cells;
                cells = [];
            }
            else
            {
                cell.Append(at);
            }
        }

        if (quoted)
        {
            throw new TableException("quote_open", "A quoted cell is not closed before the end of the file.");
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            Take();
            yield return cells;
        }

        void Take()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }

    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes);
        }
    }

    // The headings hold no line breaks in any export that we know of; a delimiter inside quotes does not count.
    private static char DelimiterOf(string text)
    {
        var quoted = false;
        var counts = new int[Delimiters.Length];
        foreach (var at in text.TakeWhile(at => at is not ('\r' or '\n')))
        {
            quoted ^= at == '"';
            if (!quoted && Array.IndexOf(Delimiters, at) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }
}
