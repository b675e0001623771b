using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Expressions.JavaScript;
using MCU.Integration.Workflows.Expressions.Liquid;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>The expression languages by their type names.</summary>
public sealed class ExpressionLanguages
{
    private readonly Dictionary<string, IExpressionLanguage> _languages;

    /// <summary>Uses these languages, later ones first where two have one name.</summary>
    public ExpressionLanguages(IEnumerable<IExpressionLanguage> languages)
    {
        _languages = new Dictionary<string, IExpressionLanguage>(StringComparer.Ordinal);

        foreach (var language in languages)
        {
            _languages[language.Type] = language;
        }
    }

    /// <summary>All languages, in the order in which the designer lists them.</summary>
    public IReadOnlyCollection<IExpressionLanguage> All => _languages.Values;

    /// <summary>The languages of Elsa 3 that run without host code.</summary>
    public static ExpressionLanguages CreateDefault(JavaScriptOptions? javaScript = null, LiquidOptions? liquid = null) => new(
    [
        new LiteralLanguage(),
        new ObjectLanguage("Object"),
        new ObjectLanguage("Json"),
        new VariableLanguage(),
        new InputLanguage(),
        new JavaScriptLanguage(javaScript ?? new JavaScriptOptions()),
        new LiquidLanguage(liquid ?? new LiquidOptions()),
    ]);

    /// <summary>Finds a language by its type name.</summary>
    public IExpressionLanguage? Find(string type) => _languages.GetValueOrDefault(type);

    /// <summary>Prepares an expression; an error becomes one that shows at evaluation.</summary>
    public CompiledExpression Compile(string type, JsonNode? source, Type target)
    {
        // Elsa 3.8 evaluates an unknown type to null without a word; see docs/workflows/differences.md.
        if (Find(type) is not { } language)
        {
            return new FailingExpression(new ExpressionException($"Unknown expression type '{type}'."));
        }

        try
        {
            return language.Compile(source, target);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new FailingExpression(e);
        }
    }
}
