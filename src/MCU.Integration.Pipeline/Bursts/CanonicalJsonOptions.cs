using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>How canonical documents are written: Cyrillic readable, nulls kept as the map made them.</summary>
internal static class CanonicalJsonOptions
{
    public static JsonSerializerOptions Default { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
