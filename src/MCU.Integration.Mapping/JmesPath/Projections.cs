namespace MCU.Integration.Mapping.JmesPath;

/// <summary><c>left[*].right</c>: the right side of every item; nulls fall out.</summary>
internal sealed class ProjectionNode(JmesNode left, JmesNode right) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope)
    {
        var items = left.Evaluate(current, scope);
        return items.Kind == JmesKind.Array ? Project(items.Items(), right, scope)
            : items.Kind == JmesKind.Text && left is SliceNode ? right.Evaluate(items, scope)
            : JmesValue.Null;
    }

    // A projection passes places on unread, so that an each over attachments[?…] reads only what its rules read.
    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => right.Trace(left.Trace(current, trace).Items(), trace);

    internal static JmesValue Project(IEnumerable<JmesValue> items, JmesNode right, JmesScope scope) =>
        JmesValue.Of([.. items.Select(item => right.Evaluate(item, scope)).Where(result => !result.IsNull)]);
}

/// <summary><c>left.*.right</c>: the right side of every property's value.</summary>
internal sealed class ValueProjectionNode(JmesNode left, JmesNode right) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope)
    {
        var fields = left.Evaluate(current, scope);
        return fields.Kind == JmesKind.Object ? ProjectionNode.Project(fields.Properties().Select(pair => pair.Value), right, scope) : JmesValue.Null;
    }

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => right.Trace(left.Trace(current, trace).AnyProperty(), trace);
}

/// <summary><c>left[?condition].right</c>.</summary>
internal sealed class FilterNode(JmesNode left, JmesNode right, JmesNode condition) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope)
    {
        var items = left.Evaluate(current, scope);
        return items.Kind == JmesKind.Array
            ? ProjectionNode.Project(items.Items().Where(item => condition.Evaluate(item, scope).IsTrue), right, scope)
            : JmesValue.Null;
    }

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace)
    {
        var items = left.Trace(current, trace).Items();
        trace.Read(condition.Trace(items, trace));
        return right.Trace(items, trace);
    }
}

/// <summary><c>left[]</c>: one level of nested arrays is taken away.</summary>
internal sealed class FlattenNode(JmesNode left) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope)
    {
        var items = left.Evaluate(current, scope);
        return items.Kind == JmesKind.Array
            ? JmesValue.Of([.. items.Items().SelectMany(item => item.Kind == JmesKind.Array ? item.Items() : [item])])
            : JmesValue.Null;
    }

    // The projection around it adds the step to the items; a place of an inner array stands for both levels.
    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace)
    {
        var items = left.Trace(current, trace);
        return items.Or(items.Items());
    }
}

/// <summary><c>left[start:stop:step]</c>, as in Python; of text (JMESPath Community) by Unicode characters.</summary>
internal sealed class SliceNode(JmesNode left, int? start, int? stop, int step) : JmesNode
{
    public override JmesValue Evaluate(JmesValue current, JmesScope scope)
    {
        var value = left.Evaluate(current, scope);
        return value.Kind switch
        {
            JmesKind.Array => JmesValue.Of(Take(value.Items()).ToArray()),
            JmesKind.Text => JmesValue.Of(string.Concat(Take([.. value.Text.EnumerateRunes()]))),
            _ => JmesValue.Null,
        };
    }

    public override ReadPlaces Trace(ReadPlaces current, ReadTrace trace) => left.Trace(current, trace);

    private List<T> Take<T>(T[] items)
    {
        var (first, last) = (Bound(start, step > 0 ? 0 : items.Length - 1, items.Length), Bound(stop, step > 0 ? items.Length : -1, items.Length));
        var taken = new List<T>();
        for (long i = first; step > 0 ? i < last : i > last; i += step)
        {
            taken.Add(items[i]);
        }

        return taken;
    }

    private int Bound(int? bound, int otherwise, int count)
    {
        if (bound is not { } at)
        {
            return otherwise;
        }

        at = at < 0 ? at + count : at;
        return step > 0 ? Math.Clamp(at, 0, count) : Math.Clamp(at, -1, count - 1);
    }
}
