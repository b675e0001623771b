using System.Collections.Frozen;
using System.Globalization;

namespace MCU.Integration.Mapping.JmesPath;

/// <summary>The functions of jmespath.org, and the text functions of JMESPath Community.</summary>
internal static class JmesFunctions
{
    private const int Any = int.MaxValue;

    private static readonly FrozenDictionary<string, JmesFunction> All = new JmesFunction[]
    {
        new("abs", 1, 1, a => JmesValue.Of(Math.Abs(a.Number(0)))),
        new("avg", 1, 1, a => a.Numbers(0) is { Length: > 0 } numbers ? JmesValue.Of(numbers.Average()) : JmesValue.Null),
        new("ceil", 1, 1, a => JmesValue.Of(Math.Ceiling(a.Number(0)))),
        new("contains", 2, 2, Contains),
        new("ends_with", 2, 2, a => JmesValue.Of(a.Text(0).EndsWith(a.Text(1), StringComparison.Ordinal))),
        new("find_first", 2, 4, a => JmesTextFunctions.Find(a, fromEnd: false)),
        new("find_last", 2, 4, a => JmesTextFunctions.Find(a, fromEnd: true)),
        new("floor", 1, 1, a => JmesValue.Of(Math.Floor(a.Number(0)))),
        new("join", 2, 2, a => JmesValue.Of(string.Join(a.Text(0), a.Texts(1)))),
        new("keys", 1, 1, a => JmesValue.Of([.. a.Properties(0).Select(pair => JmesValue.Of(pair.Key))])),
        new("length", 1, 1, Length),
        new("lower", 1, 1, a => JmesValue.Of(a.Text(0).ToLowerInvariant())),
        new("map", 2, 2, Map),
        new("max", 1, 1, a => Extreme(a.Sortable(0), 1)),
        new("max_by", 2, 2, a => ExtremeBy(a, 1)),
        new("merge", 1, Any, Merge),
        new("min", 1, 1, a => Extreme(a.Sortable(0), -1)),
        new("min_by", 2, 2, a => ExtremeBy(a, -1)),
        new("not_null", 1, Any, a => Array.Find(a.All, value => !value.IsNull)),
        new("replace", 3, 4, JmesTextFunctions.Replace),
        new("reverse", 1, 1, Reverse),
        new("sort", 1, 1, a => JmesValue.Of([.. a.Sortable(0).Order(Ordering)])),
        new("sort_by", 2, 2, a => JmesValue.Of([.. a.Keyed(0, 1).OrderBy(pair => pair.Key, Ordering).Select(pair => pair.Item)])),
        new("split", 2, 3, JmesTextFunctions.Split),
        new("starts_with", 2, 2, a => JmesValue.Of(a.Text(0).StartsWith(a.Text(1), StringComparison.Ordinal))),
        new("sum", 1, 1, a => JmesValue.Of(a.Numbers(0).Sum())),
        new("to_array", 1, 1, a => a[0].Kind == JmesKind.Array ? a[0] : JmesValue.Of([a[0]])),
        new("to_number", 1, 1, ToNumber),
        new("to_string", 1, 1, a => a[0].Kind == JmesKind.Text ? a[0] : JmesValue.Of(a[0].ToText())),
        new("trim", 1, 2, a => JmesTextFunctions.Trim(a, left: true, right: true)),
        new("trim_left", 1, 2, a => JmesTextFunctions.Trim(a, left: true, right: false)),
        new("trim_right", 1, 2, a => JmesTextFunctions.Trim(a, left: false, right: true)),
        new("type", 1, 1, a => JmesValue.Of(TypeName(a))),
        new("upper", 1, 1, a => JmesValue.Of(a.Text(0).ToUpperInvariant())),
        new("values", 1, 1, a => JmesValue.Of([.. a.Properties(0).Select(pair => pair.Value)])),
    }.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    // Stable; text by code points would differ from UTF-16 order only above the basic plane.
    private static readonly Comparer<JmesValue> Ordering = Comparer<JmesValue>.Create(Compare);

    public static JmesFunction? Find(string name) => All.GetValueOrDefault(name);

    private static int Compare(JmesValue left, JmesValue right) =>
        left.Kind == JmesKind.Number ? left.Number.CompareTo(right.Number) : string.CompareOrdinal(left.Text, right.Text);

    private static JmesValue Contains(JmesArguments a)
    {
        var wanted = a[1];
        return a[0].Kind switch
        {
            JmesKind.Array => JmesValue.Of(Array.Exists(a[0].Items(), item => item.SameAs(wanted))),
            JmesKind.Text => JmesValue.Of(wanted.Kind == JmesKind.Text && a[0].Text.Contains(wanted.Text, StringComparison.Ordinal)),
            _ => throw a.Wrong("an array or a string as argument 1"),
        };
    }

    private static JmesValue Length(JmesArguments a) => a[0].Kind switch
    {
        JmesKind.Text => JmesValue.Of((decimal)a[0].Text.EnumerateRunes().Count()),
        JmesKind.Array => JmesValue.Of((decimal)a[0].Count),
        JmesKind.Object => JmesValue.Of((decimal)a[0].Properties().Count),
        _ => throw a.Wrong("a string, an array or an object"),
    };

    private static JmesValue Map(JmesArguments a) => JmesValue.Of(Array.ConvertAll(a.Items(1), item => a.Apply(0, item)));

    private static JmesValue Extreme(JmesValue[] items, int direction)
    {
        var best = items is [] ? JmesValue.Null : items[0];
        foreach (var item in items)
        {
            best = Compare(item, best) * direction > 0 ? item : best;
        }

        return best;
    }

    private static JmesValue ExtremeBy(JmesArguments a, int direction)
    {
        var keyed = a.Keyed(0, 1);
        if (keyed is [])
        {
            return JmesValue.Null;
        }

        var best = keyed[0];
        foreach (var pair in keyed)
        {
            best = Compare(pair.Key, best.Key) * direction > 0 ? pair : best;
        }

        return best.Item;
    }

    private static JmesValue Merge(JmesArguments a)
    {
        var merged = new List<KeyValuePair<string, JmesValue>>();
        for (var i = 0; i < a.Count; i++)
        {
            foreach (var pair in a.Properties(i))
            {
                var at = merged.FindIndex(known => known.Key == pair.Key);
                if (at < 0)
                {
                    merged.Add(pair);
                }
                else
                {
                    merged[at] = pair;
                }
            }
        }

        return JmesValue.Of(merged);
    }

    private static JmesValue Reverse(JmesArguments a)
    {
        switch (a[0].Kind)
        {
            case JmesKind.Array:
                return JmesValue.Of([.. a[0].Items().Reverse()]);
            case JmesKind.Text:
                return JmesValue.Of(string.Concat(a[0].Text.EnumerateRunes().Reverse()));
            default:
                throw a.Wrong("an array or a string");
        }
    }

    private static JmesValue ToNumber(JmesArguments a) => a[0].Kind switch
    {
        JmesKind.Number => a[0],
        JmesKind.Text when decimal.TryParse(a[0].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JmesValue.Of(number),
        _ => JmesValue.Null,
    };

    private static string TypeName(JmesArguments a) => a[0].Kind switch
    {
        JmesKind.Null => "null",
        JmesKind.Boolean => "boolean",
        JmesKind.Number => "number",
        JmesKind.Text => "string",
        JmesKind.Array => "array",
        JmesKind.Object => "object",
        _ => throw a.Wrong("a value"),
    };
}
