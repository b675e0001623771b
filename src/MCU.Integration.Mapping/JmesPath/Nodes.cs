using System.Text;

namespace MCU.Integration.Mapping.JmesPath;

internal sealed class CurrentNode : JmesNode
{
    public static CurrentNode Instance { get; } = new();

    public override JmesValue Evaluate(JmesValue current, JmesScope scope) => current;

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => current;
}

internal sealed class VariableNode(string name) : JmesNode
{
    public static IReadOnlyList<string> Names { get; } = ["$", "$context", "$index"];

    public override JmesValue Evaluate(JmesValue current, JmesScope scope) => name switch
    {
        "$" => scope.Root,
        "$context" => scope.Context,
        _ => scope.Index is { } index ? JmesValue.Of((decimal)index) : JmesValue.Null,
    };

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => name == "$" ? trace.Root : ReadPlaces.None;
}

internal sealed class LiteralNode(JmesValue value) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope) => value;

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => ReadPlaces.None;
}

internal sealed class FieldNode(string name) : JmesNode
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(name);

    public string Name => name;

    public override JmesValue Evaluate(JmesValue current, JmesScope scope) => current.Property(name, _utf8);

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => current.Property(name);
}

internal sealed class IndexNode(JmesNode left, int index) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope) => left.Evaluate(current, scope).Item(index);

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => left.Trace(current, trace).Items();
}

/// <summary>Sub-expressions and pipes: the right side sees what the left side gives.</summary>
internal sealed class ChainNode(JmesNode left, JmesNode right) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope) => right.Evaluate(left.Evaluate(current, scope), scope);

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => right.Trace(left.Trace(current, trace), trace);
}

internal sealed class NotNode(JmesNode inner) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope) => JmesValue.Of(!inner.Evaluate(current, scope).IsTrue);

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace)
    {
        trace.Read(inner.Trace(current, trace));
        return ReadPlaces.None;
    }
}

internal sealed class LogicNode(bool isOr, JmesNode left, JmesNode right) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope)
    {
        var first = left.Evaluate(current, scope);
        return first.IsTrue == isOr ? first : right.Evaluate(current, scope);
    }

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => left.Trace(current, trace).Or(right.Trace(current, trace));
}

internal sealed class ComparisonNode(string comparison, JmesNode left, JmesNode right) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope)
    {
        var first = left.Evaluate(current, scope);
        var second = right.Evaluate(current, scope);
        if (comparison is "==" or "!=")
        {
            return JmesValue.Of(first.SameAs(second) == (comparison == "=="));
        }

        // The specification orders numbers only; text is ordered as the reference implementation does, so that dates can be compared.
        if (first.Kind != second.Kind || first.Kind is not (JmesKind.Number or JmesKind.Text))
        {
            return JmesValue.Null;
        }

        var order = first.Kind == JmesKind.Number ? first.Number.CompareTo(second.Number) : string.CompareOrdinal(first.Text, second.Text);
        return JmesValue.Of(comparison switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 });
    }

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace)
    {
        trace.Read(left.Trace(current, trace).Or(right.Trace(current, trace)));
        return ReadPlaces.None;
    }
}

internal sealed class MultiSelectListNode(JmesNode[] nodes) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope) =>
        current.IsNull ? JmesValue.Null : JmesValue.Of(Array.ConvertAll(nodes, node => node.Evaluate(current, scope)));

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace)
    {
        Array.ForEach(nodes, node => trace.Read(node.Trace(current, trace)));
        return ReadPlaces.None;
    }
}

internal sealed class MultiSelectHashNode(List<KeyValuePair<string, JmesNode>> nodes) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope) =>
        current.IsNull ? JmesValue.Null : JmesValue.Of(nodes.ConvertAll(node => KeyValuePair.Create(node.Key, node.Value.Evaluate(current, scope))));

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace)
    {
        nodes.ForEach(node => trace.Read(node.Value.Trace(current, trace)));
        return ReadPlaces.None;
    }
}

/// <summary>An argument of sort_by, map and the like: <c>&amp;expression</c>.</summary>
internal sealed class ExpressionReferenceNode(JmesNode inner) : JmesNode
{
    public JmesNode Inner => inner;

    public override JmesValue Evaluate(JmesValue current, JmesScope scope) => JmesValue.Of(inner);

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => ReadPlaces.None;
}

internal sealed class FunctionNode(JmesFunction function, JmesNode[] arguments) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope) =>
        function.Call(Array.ConvertAll(arguments, argument => argument.Evaluate(current, scope)), scope);

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace)
    {
        // Whatever is passed to a function counts as read, with everything below it.
        Array.ForEach(arguments, argument => trace.Read(argument.Trace(current, trace)));
        return ReadPlaces.None;
    }
}
