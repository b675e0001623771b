using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MCU.Integration.Mapping.Json;

/// <summary>
/// Reads JSON that nobody can read in two ways: UTF-8 only, no duplicate keys, no NUL, no half surrogate pairs, no number that overflows, bounded size and depth.
/// Bad input is a problem with a place, never an exception.
/// </summary>
public static class StrictJson
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Parses a document; a UTF-8 byte order mark is skipped.</summary>
    public static StrictJsonResult Parse(ReadOnlyMemory<byte> bytes, StrictJsonLimits? limits = null)
    {
        limits ??= StrictJsonLimits.Default;
        if (bytes.Length > limits.MaxBytes)
        {
            return Fail("json.too_large", $"The document is larger than {limits.MaxBytes} bytes.");
        }

        if (bytes.Span.StartsWith(Utf8Mark))
        {
            bytes = bytes[Utf8Mark.Length..];
        }

        if (bytes.Length == 0)
        {
            return Fail("json.empty", "The document is empty.");
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            var place = TextPlace.Of(bytes.Span, FirstInvalid(bytes.Span));
            return new([new("", "json.encoding", "The document is not UTF-8.", place.Line, place.Column)]);
        }

        var problems = new StrictReader(bytes.Span, limits).Read();
        return problems.Count > 0 ? new(problems) : new(JsonDocument.Parse(bytes, new() { MaxDepth = limits.MaxDepth }));
    }

    private static StrictJsonResult Fail(string code, string message) => new([new("", code, message, 0, 0)]);

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
