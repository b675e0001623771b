using System.Globalization;
using System.Text;
using System.Text.Json;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Strict parsing that all formats share: no comments, no trailing commas, no property twice, no exceptions.</summary>
internal static class ContentParser
{
    public const int MaxBytes = 1 << 20;
    private const int MaxDepth = 32;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    public static ContentResult<T> Parse<T>(ReadOnlyMemory<byte> bytes, Func<ObjectReader, T> read)
        where T : class
    {
        List<RuleProblem> problems = [];
        if (bytes.Length > MaxBytes)
        {
            return Fail(RuleProblemCodes.TooLarge, $"The file has {bytes.Length} bytes; {MaxBytes} are allowed.");
        }

        var text = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        try
        {
            // The JSON parser would take broken UTF-8 inside a string only when the string is read.
            StrictUtf8.GetCharCount(text.Span);
            using var document = JsonDocument.Parse(text, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Fail(RuleProblemCodes.WrongType, "Expected an object.");
            }

            var root = new ObjectReader(document.RootElement, "", problems);
            var value = read(root);
            root.Finish();
            var failed = problems.Exists(problem => problem.Severity == ProblemSeverity.Error);
            return new(failed ? null : value, problems.ToValueList());
        }
        catch (JsonException exception)
        {
            var place = exception is { LineNumber: { } line, BytePositionInLine: { } column }
                ? string.Create(CultureInfo.InvariantCulture, $"Line {line + 1}, byte {column + 1}: ")
                : "";
            return Fail(RuleProblemCodes.InvalidJson, place + exception.Message);
        }
        catch (DecoderFallbackException)
        {
            return Fail(RuleProblemCodes.InvalidJson, "The file is not UTF-8.");
        }

        static ContentResult<T> Fail(string code, string message) => new(null, [new("", code, message)]);
    }
}
