using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MCU.Integration.Mapping.JmesPath;

/// <summary>Splits an expression into tokens.</summary>
internal static class JmesLexer
{
    public static List<JmesToken> Read(string text)
    {
        var tokens = new List<JmesToken>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = ReadOne(text, at, out var length);
            tokens.Add(token);
            at += length;
        }

        tokens.Add(new(JmesTokenKind.End, "", text.Length));
        return tokens;
    }

    private static JmesToken ReadOne(string text, int at, out int length)
    {
        var character = text[at];
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        switch (character)
        {
            case '"':
                return Quoted(text, at, out length);
            case '\'':
                return RawText(text, at, out length);
            case '`':
                return Literal(text, at, out length);
            case '[' when next is '?' or ']':
                length = 2;
                return new(next == '?' ? JmesTokenKind.Filter : JmesTokenKind.Flatten, text.Substring(at, 2), at);
            case '<' or '>' or '=' or '!' when next == '=':
                length = 2;
                return new(JmesTokenKind.Comparison, text.Substring(at, 2), at);
            case '|' or '&' when next == character:
                length = 2;
                return new(character == '|' ? JmesTokenKind.Or : JmesTokenKind.And, text.Substring(at, 2), at);
        }

        if (char.IsAsciiLetter(character) || character is '_' or '$')
        {
            length = Run(text, at + 1, letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') - at;
            var name = text.Substring(at, length);
            return new(character == '$' ? JmesTokenKind.Variable : JmesTokenKind.Name, name, at);
        }

        if (char.IsAsciiDigit(character) || (character == '-' && char.IsAsciiDigit(next)))
        {
            length = Run(text, at + 1, char.IsAsciiDigit) - at;
            return new(JmesTokenKind.Number, text.Substring(at, length), at);
        }

        length = 1;
        return new(Single(character) ?? throw new JmesSyntaxException($"Unexpected character '{character}'.", at), character.ToString(), at);
    }

    private static JmesTokenKind? Single(char character) => character switch
    {
        '.' => JmesTokenKind.Dot,
        '*' => JmesTokenKind.Star,
        ',' => JmesTokenKind.Comma,
        ':' => JmesTokenKind.Colon,
        '@' => JmesTokenKind.Current,
        '&' => JmesTokenKind.ExpressionReference,
        '|' => JmesTokenKind.Pipe,
        '!' => JmesTokenKind.Not,
        '<' or '>' => JmesTokenKind.Comparison,
        '[' => JmesTokenKind.OpenBracket,
        ']' => JmesTokenKind.CloseBracket,
        '(' => JmesTokenKind.OpenParenthesis,
        ')' => JmesTokenKind.CloseParenthesis,
        '{' => JmesTokenKind.OpenBrace,
        '}' => JmesTokenKind.CloseBrace,
        _ => null,
    };

    private static int Run(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at;
    }

    private static JmesToken Quoted(string text, int at, out int length)
    {
        length = Closing(text, at) - at + 1;
        try
        {
            return new(JmesTokenKind.QuotedName, JsonSerializer.Deserialize<string>(text.AsSpan(at, length))!, at);
        }
        catch (JsonException)
        {
            throw new JmesSyntaxException("The quoted name is not a JSON string.", at);
        }
    }

    private static JmesToken RawText(string text, int at, out int length)
    {
        length = Closing(text, at) - at + 1;
        var raw = text.Substring(at + 1, length - 2);
        var value = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            // Only \' and \\ are escapes; any other backslash is itself (JEP-12).
            if (raw[i] == '\\' && i + 1 < raw.Length && raw[i + 1] is '\'' or '\\')
            {
                i++;
            }

            value.Append(raw[i]);
        }

        return new(JmesTokenKind.Literal, "", at, JmesValue.Of(value.ToString()));
    }

    private static JmesToken Literal(string text, int at, out int length)
    {
        length = Closing(text, at) - at + 1;
        try
        {
            var json = text.Substring(at + 1, length - 2).Replace("\\`", "`", StringComparison.Ordinal);
            return new(JmesTokenKind.Literal, "", at, new(JsonElement.Parse(json)));
        }
        catch (JsonException)
        {
            throw new JmesSyntaxException("The literal between back-ticks is not JSON; write text in single quotes.", at);
        }
    }

    // Where the quotation that begins here ends.
    private static int Closing(string text, int at)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[at])
            {
                return i;
            }
        }

        throw new JmesSyntaxException(string.Create(CultureInfo.InvariantCulture, $"The quotation {text[at]} is not closed."), at);
    }
}
