using System.Globalization;
using System.Text.Json.Nodes;
using DotLiquid;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions.Liquid;

/// <summary>
/// Liquid by DotLiquid, which is not quite the Fluid of Elsa: see docs/workflows/differences.md. Output is not HTML-encoded.
/// </summary>
public sealed class LiquidLanguage(LiquidOptions options) : IExpressionLanguage
{
    static LiquidLanguage() => Template.RegisterTag<LimitedCapture>("capture");

    /// <inheritdoc />
    public string Type => "Liquid";

    /// <inheritdoc />
    public bool IsBrowsable => true;

    /// <inheritdoc />
    public string? MonacoLanguage => "liquid";

    /// <inheritdoc />
    public CompiledExpression Compile(JsonNode? source, Type target)
    {
        var text = source.AsText() ?? "";

        if (text.Length > options.MaxTemplateLength)
        {
            throw new ExpressionException($"The template is longer than {options.MaxTemplateLength} characters.");
        }

        var template = Template.Parse(text, SyntaxCompatibility.DotLiquid22a);
        template.MakeThreadSafe();
        return new LiquidTemplate(template, options);
    }

    private sealed class LiquidTemplate(Template template, LiquidOptions options) : CompiledExpression
    {
        public override ValueTask<JsonNode?> EvaluateAsync(IExpressionScope scope, CancellationToken cancellationToken)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(options.Timeout);
            using var writer = new LimitedWriter(options.MaxOutputLength);
            var context = new Context(
                [], LiquidGlobals.Of(scope), [], ErrorsOutputMode.Rethrow, options.MaxIterations, CultureInfo.InvariantCulture, limit.Token)
            {
                UseRubyDateFormat = true,
                SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22a,
            };
            context.AddFilters(typeof(LiquidFilters));

            try
            {
                template.Render(writer, new RenderParameters(CultureInfo.InvariantCulture) { Context = context });
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ExpressionException($"The template ran longer than {options.Timeout}.");
            }

            return new(JsonValue.Create(writer.ToString()));
        }
    }
}
