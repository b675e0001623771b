using System.Text;

namespace MCU.Integration.Mapping.Json;

/// <summary>A place in a text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">In characters, from 1.</param>
internal readonly record struct TextPlace(int Line, int Column)
{
    public static TextPlace Of(ReadOnlySpan<byte> bytes, long offset)
    {
        var before = bytes[..(int)Math.Min(offset, bytes.Length)];
        var line = before.Count((byte)'\n') + 1;
        return new(line, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }
}
