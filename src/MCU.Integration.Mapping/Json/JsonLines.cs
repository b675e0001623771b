using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MCU.Integration.Mapping.Json;

/// <summary>The lines of a well-formed JSON text on which its values begin.</summary>
public sealed class JsonLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal) { [""] = 1 };

    private JsonLines()
    {
    }

    /// <summary>Reads a text that <see cref="StrictJson"/> accepts; of any other text only the part before the error has lines.</summary>
    public static JsonLines Of(ReadOnlySpan<byte> bytes)
    {
        var lines = new JsonLines();
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        try
        {
            lines.Fill(bytes);
        }
        catch (JsonException)
        {
            // What was read so far is still right.
        }

        return lines;
    }

    /// <summary>Line (from 1) of the value, or of its nearest parent that exists.</summary>
    public int Find(string pointer)
    {
        int line;
        while (!_lines.TryGetValue(pointer, out line))
        {
            pointer = pointer[..Math.Max(0, pointer.LastIndexOf('/'))];
        }

        return line;
    }

    private void Fill(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 512 });
        var path = new Stack<(int Length, int Index)>();
        var pointer = new StringBuilder();
        var line = 1;
        var counted = 0;
        while (reader.Read())
        {
            line += bytes[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    pointer.Length = path.Peek().Length;
                    pointer.Append('/').Append(JsonPointer.Escape(reader.GetString()!));
                    _lines.TryAdd(pointer.ToString(), line);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    pointer.Length = path.Pop().Length;
                    continue;
            }

            if (path.TryPop(out var parent))
            {
                if (parent.Index >= 0)
                {
                    pointer.Length = parent.Length;
                    pointer.Append('/').Append(parent.Index.ToString(CultureInfo.InvariantCulture));
                    _lines.TryAdd(pointer.ToString(), line);
                    parent.Index++;
                }

                path.Push(parent);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Push((pointer.Length, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }
    }
}
