namespace MCU.Integration.Mapping.JmesPath;

/// <summary>The text functions of JMESPath Community (JEP-14).</summary>
internal static class JmesTextFunctions
{
    public static JmesValue Find(JmesArguments a, bool fromEnd)
    {
        var (text, wanted) = (a.Text(0), a.Text(1));
        var start = a.Count > 2 && !a[2].IsNull ? Place(a.WholeNumber(2), text.Length) : 0;
        var end = a.Count > 3 && !a[3].IsNull ? Place(a.WholeNumber(3), text.Length) : text.Length;
        if (text.Length == 0 || wanted.Length == 0 || start >= end)
        {
            return JmesValue.Null;
        }

        var part = text.AsSpan(start, end - start);
        var found = fromEnd ? part.LastIndexOf(wanted, StringComparison.Ordinal) : part.IndexOf(wanted, StringComparison.Ordinal);
        return found < 0 ? JmesValue.Null : JmesValue.Of((decimal)(found + start));
    }

    public static JmesValue Replace(JmesArguments a)
    {
        var (text, old, replacement) = (a.Text(0), a.Text(1), a.Text(2));
        var most = a.Count > 3 ? NotNegative(a, 3) : int.MaxValue;
        if (old.Length == 0 || most == int.MaxValue)
        {
            return JmesValue.Of(old.Length == 0 ? text : text.Replace(old, replacement, StringComparison.Ordinal));
        }

        var parts = text.Split(old, most + 1);
        return JmesValue.Of(string.Join(replacement, parts));
    }

    public static JmesValue Split(JmesArguments a)
    {
        var (text, separator) = (a.Text(0), a.Text(1));
        var most = a.Count > 2 ? NotNegative(a, 2) : int.MaxValue - 1;
        if (text.Length == 0)
        {
            return JmesValue.Of(Array.Empty<JmesValue>());
        }

        var parts = separator.Length == 0 ? Characters(text, most) : text.Split(separator, most + 1);
        return JmesValue.Of(Array.ConvertAll(parts, JmesValue.Of));
    }

    public static JmesValue Trim(JmesArguments a, bool left, bool right)
    {
        var text = a.Text(0);
        var characters = a.Count > 1 ? a.Text(1).ToCharArray() : [];

        // Without characters (null or none) .NET trims white space, as JEP-14 does.
        text = left ? text.TrimStart(characters) : text;
        return JmesValue.Of(right ? text.TrimEnd(characters) : text);
    }

    private static string[] Characters(string text, int most)
    {
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return runes.Count <= most ? [.. runes] : [.. runes.Take(most), string.Concat(runes.Skip(most))];
    }

    private static int Place(int at, int length) => Math.Clamp(at < 0 ? at + length : at, 0, length);

    private static int NotNegative(JmesArguments a, int index) =>
        a.WholeNumber(index) is >= 0 and < int.MaxValue and var count ? count : throw new JmesPathException("invalid_value", "A count must not be negative.");
}
