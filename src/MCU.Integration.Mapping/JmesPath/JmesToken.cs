namespace MCU.Integration.Mapping.JmesPath;

/// <summary>The kinds of tokens; their numbers are nothing but names.</summary>
internal enum JmesTokenKind
{
    End,
    Name,
    QuotedName,
    Variable,
    Literal,
    Number,
    Current,
    ExpressionReference,
    Colon,
    Comma,
    CloseBracket,
    CloseParenthesis,
    CloseBrace,
    Pipe,
    Or,
    And,
    Comparison,
    Flatten,
    Star,
    Filter,
    Dot,
    Not,
    OpenBrace,
    OpenBracket,
    OpenParenthesis,
}

/// <param name="Position">In characters, from 0.</param>
internal readonly record struct JmesToken(JmesTokenKind Kind, string Text, int Position, JmesValue Value = default);
