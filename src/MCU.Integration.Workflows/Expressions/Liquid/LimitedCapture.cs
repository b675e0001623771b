using DotLiquid;
using DotLiquid.Exceptions;

namespace MCU.Integration.Workflows.Expressions.Liquid;

/// <summary>The tag <c>capture</c> with the size-checked writer. Public, because DotLiquid makes tags by reflection.</summary>
public sealed class LimitedCapture : Block
{
    private string _name = "";

    /// <inheritdoc />
    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        _name = markup.Trim().Trim('\'', '"');

        if (_name.Length == 0)
        {
            throw new SyntaxException("'capture' needs a name.");
        }

        base.Initialize(tagName, markup, tokens);
    }

    /// <inheritdoc />
    public override void Render(Context context, TextWriter result)
    {
        using var writer = new LimitedWriter(LiquidFilters.MaxLength);
        base.Render(context, writer);
        context.Scopes[^1][_name] = writer.ToString();
    }
}
