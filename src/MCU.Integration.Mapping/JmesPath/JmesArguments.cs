namespace MCU.Integration.Mapping.JmesPath;

/// <summary>The arguments of one call, with the type checks that the specification demands.</summary>
internal readonly struct JmesArguments(string function, JmesValue[] values, JmesScope scope)
{
    public int Count => values.Length;

    public JmesValue this[int index] => values[index];

    public JmesValue[] All => values;

    public decimal Number(int index) => Checked(index, JmesKind.Number).Number;

    public string Text(int index) => Checked(index, JmesKind.Text).Text;

    public JmesValue[] Items(int index) => Checked(index, JmesKind.Array).Items();

    public List<KeyValuePair<string, JmesValue>> Properties(int index) => Checked(index, JmesKind.Object).Properties();

    public decimal[] Numbers(int index)
    {
        var name = function;
        return Array.ConvertAll(Items(index), item => item.Kind == JmesKind.Number ? item.Number : throw Wrong(name, "an array of numbers"));
    }

    public string[] Texts(int index)
    {
        var name = function;
        return Array.ConvertAll(Items(index), item => item.Kind == JmesKind.Text ? item.Text : throw Wrong(name, "an array of strings"));
    }

    public int WholeNumber(int index)
    {
        var number = Number(index);
        return number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : throw Wrong(function, "a whole number");
    }

    public JmesValue Apply(int expression, JmesValue item) => Checked(expression, JmesKind.Expression).Expression.Evaluate(item, scope);

    /// <summary>The items with their sort keys: all numbers or all texts.</summary>
    public (JmesValue Item, JmesValue Key)[] Keyed(int items, int expression)
    {
        var self = this;
        var keyed = Array.ConvertAll(Items(items), item => (item, self.Apply(expression, item)));
        return Array.TrueForAll(keyed, pair => IsSortable(pair.Item2.Kind) && pair.Item2.Kind == keyed[0].Item2.Kind)
            ? keyed
            : throw Wrong(function, "sort keys that are all numbers or all strings");
    }

    /// <summary>Items that are all numbers or all texts.</summary>
    public JmesValue[] Sortable(int index)
    {
        var items = Items(index);
        return Array.TrueForAll(items, item => IsSortable(item.Kind) && item.Kind == items[0].Kind)
            ? items
            : throw Wrong(function, "an array of numbers or an array of strings");
    }

    public JmesPathException Wrong(string expected) => Wrong(function, expected);

    private static JmesPathException Wrong(string function, string expected) => new("invalid_type", $"The function '{function}' expects {expected}.");

    private static bool IsSortable(JmesKind kind) => kind is JmesKind.Number or JmesKind.Text;

    private JmesValue Checked(int index, JmesKind kind) => values[index].Kind == kind
        ? values[index]
        : throw Wrong(function, $"{Name(kind)} as argument {index + 1}");

    private static string Name(JmesKind kind) => kind switch
    {
        JmesKind.Number => "a number",
        JmesKind.Text => "a string",
        JmesKind.Array => "an array",
        JmesKind.Object => "an object",
        _ => "an expression (&…)",
    };
}
