using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Mapping.JmesPath;

/// <summary>
/// A parsed JMESPath expression. Works on the document as it was parsed: numbers keep their digits (arithmetic is decimal), dates stay text. Immutable, thread-safe.
/// </summary>
public sealed class JmesExpression
{
    /// <summary>Characters of an expression.</summary>
    public const int MaxLength = 4000;

    private JmesExpression(string text, JmesNode root)
    {
        Text = text;
        Root = root;
    }

    public string Text { get; }

    internal JmesNode Root { get; }

    /// <param name="error">Why there is no expression, with the place: <c>Unexpected ')' at character 12.</c></param>
    public static bool TryParse(string text, [NotNullWhen(true)] out JmesExpression? expression, [NotNullWhen(false)] out string? error)
    {
        expression = null;
        error = null;
        if (text.Length > MaxLength)
        {
            error = $"The expression is longer than {MaxLength} characters.";
            return false;
        }

        try
        {
            expression = new(text, new JmesParser(JmesLexer.Read(text)).Parse());
            return true;
        }
        catch (JmesSyntaxException wrong)
        {
            error = $"{wrong.Message.TrimEnd('.')} at character {wrong.Position + 1}.";
            return false;
        }
    }

    /// <exception cref="FormatException">The text is not JMESPath.</exception>
    public static JmesExpression Parse(string text) => TryParse(text, out var expression, out var error) ? expression : throw new FormatException(error);

    /// <summary>Evaluates over a whole document; the node lives as long as the document does.</summary>
    /// <exception cref="JmesPathException">A function got an argument of the wrong type.</exception>
    public JsonNode? Evaluate(JsonElement document, JsonElement context = default)
    {
        var root = new JmesValue(document);
        return Root.Evaluate(root, new(root, new(context))).ToNode();
    }

    internal JmesValue Evaluate(JmesValue current, JmesScope scope) => Root.Evaluate(current, scope);
}
