using System.Globalization;

namespace MCU.Integration.Mapping.JmesPath;

/// <summary>A top-down operator precedence parser; the binding powers are those of the JMESPath grammar.</summary>
internal sealed class JmesParser(List<JmesToken> tokens)
{
    // A projection ends before anything that binds less than this.
    private const int ProjectionStop = 10;
    private const int MaxDepth = 100;

    private int _at;
    private int _depth;

    private JmesToken Token => tokens[_at];

    public JmesNode Parse()
    {
        var expression = Expression(0);
        return Token.Kind == JmesTokenKind.End ? expression : throw Unexpected(Token);
    }

    private static int Power(JmesTokenKind kind) => kind switch
    {
        JmesTokenKind.Pipe => 1,
        JmesTokenKind.Or => 2,
        JmesTokenKind.And => 3,
        JmesTokenKind.Comparison => 5,
        JmesTokenKind.Flatten => 9,
        JmesTokenKind.Star => 20,
        JmesTokenKind.Filter => 21,
        JmesTokenKind.Dot => 40,
        JmesTokenKind.Not => 45,
        JmesTokenKind.OpenBrace => 50,
        JmesTokenKind.OpenBracket => 55,
        JmesTokenKind.OpenParenthesis => 60,
        _ => 0,
    };

    private JmesNode Expression(int power)
    {
        if (++_depth > MaxDepth)
        {
            throw new JmesSyntaxException("The expression is nested too deeply.", Token.Position);
        }

        var left = Prefix(Next());
        while (power < Power(Token.Kind))
        {
            left = Infix(Next(), left);
        }

        _depth--;
        return left;
    }

    private JmesNode Prefix(JmesToken token)
    {
        switch (token.Kind)
        {
            case JmesTokenKind.Name when Token.Kind == JmesTokenKind.OpenParenthesis:
                Next();
                return Call(token);
            case JmesTokenKind.Name:
            case JmesTokenKind.QuotedName:
                return new FieldNode(token.Text);
            case JmesTokenKind.Variable:
                return VariableNode.Names.Contains(token.Text)
                    ? new VariableNode(token.Text)
                    : throw new JmesSyntaxException($"There is no variable '{token.Text}'; there are {string.Join(", ", VariableNode.Names)}.", token.Position);
            case JmesTokenKind.Literal:
                return new LiteralNode(token.Value);
            case JmesTokenKind.Current:
                return CurrentNode.Instance;
            case JmesTokenKind.Star:
                return new ValueProjectionNode(CurrentNode.Instance, Token.Kind == JmesTokenKind.CloseBracket ? CurrentNode.Instance : ProjectionRight(20));
            case JmesTokenKind.Filter:
            case JmesTokenKind.Flatten:
                return Infix(token, CurrentNode.Instance);
            case JmesTokenKind.OpenBrace:
                return MultiSelectHash();
            case JmesTokenKind.OpenParenthesis:
                var inner = Expression(0);
                Expect(JmesTokenKind.CloseParenthesis);
                return inner;
            case JmesTokenKind.Not:
                return new NotNode(Expression(45));
            case JmesTokenKind.ExpressionReference:
                return new ExpressionReferenceNode(Expression(0));
            case JmesTokenKind.OpenBracket when IsIndex() || IsWildcard():
                return Infix(token, CurrentNode.Instance);
            case JmesTokenKind.OpenBracket:
                return MultiSelectList();
            default:
                throw Unexpected(token);
        }
    }

    private JmesNode Infix(JmesToken token, JmesNode left)
    {
        switch (token.Kind)
        {
            case JmesTokenKind.Dot when Token.Kind == JmesTokenKind.Star:
                Next();

                // 20 as for [*], where the reference implementations say 40: what follows belongs to the projection either way.
                return new ValueProjectionNode(left, ProjectionRight(20));
            case JmesTokenKind.Dot:
                return new ChainNode(left, DotRight(40));
            case JmesTokenKind.Pipe:
                return new ChainNode(left, Expression(1));
            case JmesTokenKind.Or:
                return new LogicNode(true, left, Expression(2));
            case JmesTokenKind.And:
                return new LogicNode(false, left, Expression(3));
            case JmesTokenKind.Comparison:
                return new ComparisonNode(token.Text, left, Expression(5));
            case JmesTokenKind.Flatten:
                return new ProjectionNode(new FlattenNode(left), ProjectionRight(9));
            case JmesTokenKind.Filter:
                var condition = Expression(0);
                Expect(JmesTokenKind.CloseBracket);
                return new FilterNode(left, Token.Kind == JmesTokenKind.Flatten ? CurrentNode.Instance : ProjectionRight(21), condition);
            case JmesTokenKind.OpenBracket when IsIndex():
                return IndexOrSlice(left);
            case JmesTokenKind.OpenBracket when IsWildcard():
                Next();
                Next();
                return new ProjectionNode(left, ProjectionRight(20));
            case JmesTokenKind.OpenBracket:
                throw Unexpected(Token);
            default:
                throw Unexpected(token);
        }
    }

    private JmesNode ProjectionRight(int power)
    {
        if (Power(Token.Kind) < ProjectionStop)
        {
            return CurrentNode.Instance;
        }

        switch (Token.Kind)
        {
            case JmesTokenKind.OpenBracket:
            case JmesTokenKind.Filter:
                return Expression(power);
            case JmesTokenKind.Dot:
                Next();
                if (Token.Kind == JmesTokenKind.Star)
                {
                    return Expression(power);
                }

                return DotRight(power);
            default:
                throw Unexpected(Token);
        }
    }

    private JmesNode DotRight(int power)
    {
        switch (Token.Kind)
        {
            case JmesTokenKind.Name:
            case JmesTokenKind.QuotedName:
                return Expression(power);
            case JmesTokenKind.OpenBracket:
                Next();
                return MultiSelectList();
            case JmesTokenKind.OpenBrace:
                Next();
                return MultiSelectHash();
            default:
                throw Unexpected(Token);
        }
    }

    private JmesNode IndexOrSlice(JmesNode left)
    {
        var parts = new int?[3];
        var colons = 0;
        while (Token.Kind != JmesTokenKind.CloseBracket)
        {
            if (Token.Kind == JmesTokenKind.Colon && ++colons <= 2)
            {
                Next();
            }
            else if (Token.Kind == JmesTokenKind.Number && parts[colons] is null && int.TryParse(Token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                parts[colons] = number;
                Next();
            }
            else
            {
                throw Unexpected(Token);
            }
        }

        var end = Next();
        if (colons == 0)
        {
            return new IndexNode(left, parts[0]!.Value);
        }

        if (parts[2] == 0)
        {
            throw new JmesSyntaxException("The step of a slice must not be 0.", end.Position);
        }

        return new ProjectionNode(new SliceNode(left, parts[0], parts[1], parts[2] ?? 1), ProjectionRight(20));
    }

    private MultiSelectListNode MultiSelectList()
    {
        var nodes = new List<JmesNode>();
        do
        {
            nodes.Add(Expression(0));
        }
        while (ContinuesAfterComma(JmesTokenKind.CloseBracket));

        return new([.. nodes]);
    }

    private MultiSelectHashNode MultiSelectHash()
    {
        var nodes = new List<KeyValuePair<string, JmesNode>>();
        do
        {
            var name = Next();
            if (name.Kind is not (JmesTokenKind.Name or JmesTokenKind.QuotedName))
            {
                throw Unexpected(name);
            }

            Expect(JmesTokenKind.Colon);
            nodes.Add(new(name.Text, Expression(0)));
        }
        while (ContinuesAfterComma(JmesTokenKind.CloseBrace));

        return new(nodes);
    }

    private FunctionNode Call(JmesToken name)
    {
        var arguments = new List<JmesNode>();
        if (Token.Kind == JmesTokenKind.CloseParenthesis)
        {
            Next();
        }
        else
        {
            do
            {
                arguments.Add(Expression(0));
            }
            while (ContinuesAfterComma(JmesTokenKind.CloseParenthesis));
        }

        var function = JmesFunctions.Find(name.Text) ?? throw new JmesSyntaxException($"There is no function '{name.Text}'.", name.Position);
        return function.Takes(arguments.Count)
            ? new(function, [.. arguments])
            : throw new JmesSyntaxException($"The function '{name.Text}' does not take {arguments.Count} arguments.", name.Position);
    }

    private bool ContinuesAfterComma(JmesTokenKind closing)
    {
        if (Token.Kind == JmesTokenKind.Comma)
        {
            Next();
            return true;
        }

        Expect(closing);
        return false;
    }

    private bool IsIndex() => Token.Kind is JmesTokenKind.Number or JmesTokenKind.Colon;

    private bool IsWildcard() => Token.Kind == JmesTokenKind.Star && tokens[_at + 1].Kind == JmesTokenKind.CloseBracket;

    private void Expect(JmesTokenKind kind)
    {
        var token = Next();
        if (token.Kind != kind)
        {
            throw Unexpected(token);
        }
    }

    private JmesToken Next() => tokens[_at < tokens.Count - 1 ? _at++ : _at];

    private static JmesSyntaxException Unexpected(JmesToken token) =>
        new(token.Kind == JmesTokenKind.End ? "The expression ends too early." : $"Unexpected '{token.Text}'.", token.Position);
}
